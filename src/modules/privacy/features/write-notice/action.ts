import { defineAction } from '../../../../platform/http/define.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { messages } from '../../messages.ts';
import { addNotice } from '../../store/notices.ts';
import { noticeForm } from './form.ts';
import { writeNoticePage } from './page.tsx';

/** The database keeps no shorter notice. */
const least = 50;

/** Publishes a version from a day on; versions before it stay readable. */
export const writeNoticeAction = defineAction({
  path: '/privacy/notices',
  permission: 'privacy.keep',
  form: noticeForm,
  page: writeNoticePage,
  async run(tx, { input, services }) {
    const at = (field: string, words: { th: string; en: string }) => fail('NOTICE_REFUSED', words, { fields: { [field]: words } });
    for (const field of ['textTh', 'textEn'] as const) if (input[field].length < least) return at(field, messages.words('notice.tooShort'));
    if (input.validFrom < services.clock.today()) return at('validFrom', messages.words('notice.past'));
    const id = await addNotice(tx, { textTh: input.textTh, textEn: input.textEn, changes: input.changes ?? '', validFrom: input.validFrom });
    if (id === undefined) return at('validFrom', messages.words('notice.sameDay'));
    return ok({ audit: { action: 'privacy.notice-published', subject: { type: 'privacy.notice', id }, detail: { validFrom: input.validFrom } }, goTo: `/privacy?version=${id}`, flash: messages.words('notice.published') });
  },
});
