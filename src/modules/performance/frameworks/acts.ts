import type { Words } from '../../../platform/words.ts';
import { messages as compare } from './features/compare-years/messages.ts';
import { messages as copy } from './features/copy-framework/messages.ts';
import { messages as edit } from './features/edit-framework/messages.ts';
import { messages as bring } from './features/import-framework/messages.ts';
import { messages as list } from './features/list-frameworks/messages.ts';
import { messages as show } from './features/show-framework/messages.ts';

/** Acts that this room writes to the trail, as an auditor reads them. */
export const acts: Readonly<Record<string, Words>> = {
  'performance.framework-brought-in': list.words('act'),
  'performance.framework-made': copy.words('act'),
  'performance.framework-imported': bring.words('act'),
  'performance.framework-changed': edit.words('act'),
  'performance.framework-used': show.words('act'),
  'performance.framework-draft-deleted': show.words('actRemoved'),
  'performance.year-stated': compare.words('act'),
  'performance.year-statement-removed': compare.words('actRemoved'),
};
