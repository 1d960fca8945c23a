// A letter of the house, pasted by its address.
import type { ReadTx } from '../../../platform/db/database.ts';
import { idInPath, pathOfAddress } from '../../../platform/evidence/record-address.ts';
import { fail, ok, type Result } from '../../../platform/result.ts';
import { letterForActor } from '../../correspondence/index.ts';
import { messages } from './messages.ts';

const idOf = idInPath('/letters/:id');

/** The letter of an address, for whoever may open it: its id and reference. Nothing typed is no letter. */
export async function letterAt(tx: ReadTx, typed: string | undefined, origin: string): Promise<Result<{ readonly id: number | null; readonly reference: string }>> {
  const text = typed?.trim() ?? '';
  if (text === '') return ok({ id: null, reference: '' });
  const path = pathOfAddress(text, origin);
  const id = path === undefined ? undefined : idOf(path);
  const letter = id === undefined ? undefined : await letterForActor(tx, id);
  return letter ? ok({ id: letter.id, reference: letter.reference }) : fail('NO_LETTER', messages.words('letterUnknown'), { fields: { letter: messages.words('letterUnknown') } });
}
