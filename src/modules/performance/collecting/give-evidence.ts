// Files and records of the house become evidence of a report or of a step.
import type { Tx } from '../../../platform/db/database.ts';
import { addEvidence, type RecordRef } from '../../../platform/evidence/evidence-links.ts';
import { recordAt } from '../../../platform/evidence/record-address.ts';
import { takeFiles } from '../../../platform/files/file-records.ts';
import { fail, ok, type Result } from '../../../platform/result.ts';
import type { Words } from '../../../platform/words.ts';
import type { CollectingHouse } from './house.ts';
import { messages } from './features/report-result/messages.ts';

/** Everybody who works here reads indicators, so everybody reads what proves them, as far as the record itself lets them. */
const readers = [1];
const atLinks = (words: Words) => fail('EVIDENCE', words, { fields: { links: words } });

/** Adds each once; what stands there already is left. Told at the field where an address shows nothing. */
export async function giveEvidence(tx: Tx, house: CollectingHouse, proved: RecordRef, given: { readonly files: readonly number[]; readonly links: string | undefined }, unitId: number, origin: string): Promise<Result<readonly RecordRef[]>> {
  const addresses = [...new Set((given.links ?? '').split('\n').map((line) => line.trim()).filter(Boolean))];
  const records: { address: string; of: RecordRef }[] = [];
  for (const address of addresses) {
    const of = await recordAt(tx, house.evidence(), address, origin);
    if (!of) return atLinks(messages.words('linkBad', { link: address }));
    records.push({ address, of });
  }
  const files = await takeFiles(tx, given.files, { unitId, readers });
  const added: RecordRef[] = [];
  for (const { address, of } of [...files.map((file) => ({ address: file.name, of: { type: 'platform.file', id: file.id } })), ...records]) {
    const done = await addEvidence(tx, house.evidence(), { for: proved, of, readers });
    if (done.ok) added.push(of);
    else if (done.code === 'NOT_FOUND') return atLinks(messages.words('linkUnseen', { link: address }));
  }
  return ok(added);
}
