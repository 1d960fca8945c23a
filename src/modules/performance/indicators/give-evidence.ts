// Files and records of the house as evidence of an indicator or of a report.
import type { Tx } from '../../../platform/db/database.ts';
import { addEvidence, type RecordRef } from '../../../platform/evidence/evidence-links.ts';
import { recordAt } from '../../../platform/evidence/record-address.ts';
import { takeFiles } from '../../../platform/files/file-records.ts';
import { fail, ok, type Result } from '../../../platform/result.ts';
import { messages } from './features/keep-notes/messages.ts';
import { everybody, type IndicatorsHouse } from './house.ts';

export interface GivenEvidence {
  readonly files: readonly number[];
  readonly links?: string | undefined;
  readonly note?: string | undefined;
}

/** Adds each once; what stands there already is left. An address that shows nothing is told at its field. */
export async function giveEvidence(tx: Tx, house: IndicatorsHouse, proved: RecordRef, given: GivenEvidence, { unitId, origin }: { readonly unitId: number; readonly origin: string }): Promise<Result<RecordRef[]>> {
  const records: { readonly address: string; readonly of: RecordRef }[] = [];
  const atLinks = (link: string) => fail('EVIDENCE_LINK', messages.words('badLink', { link }), { fields: { links: messages.words('badLink', { link }) } });
  for (const address of new Set((given.links ?? '').split('\n').map((line) => line.trim()).filter(Boolean))) {
    const of = await recordAt(tx, house.evidence(), address, origin);
    if (!of) return atLinks(address);
    records.push({ address, of });
  }
  const files = await takeFiles(tx, given.files, { unitId, readers: everybody });
  const added: RecordRef[] = [];
  for (const { address, of } of [...files.map((file) => ({ address: file.name, of: { type: 'platform.file', id: file.id } })), ...records]) {
    const done = await addEvidence(tx, house.evidence(), { for: proved, of, readers: everybody, ...(given.note ? { note: given.note } : {}) });
    if (done.ok) added.push(of);
    else if (done.code !== 'EVIDENCE_THERE_ALREADY') return atLinks(address);
  }
  return ok(added);
}
