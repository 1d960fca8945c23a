import { definePage } from '../../../../platform/http/define.ts';
import { ok } from '../../../../platform/result.ts';
import { Gallery } from '../../../../ui/gallery.tsx';

/** Every component in every state: the reference of whoever builds screens. */
export const componentsPage = definePage({
  path: '/components',
  permission: { signedIn: 'shows parts of screens with invented words, no records' },
  load: async () => ok({}),
  title: (_data, ui) => (ui.lang === 'th' ? 'ส่วนประกอบหน้าจอ' : 'Components'),
  view: () => <Gallery />,
});
