// Files and records of the house become evidence of an indicator, a step or a report.
import type { Tx } from '../../platform/db/database.ts';
import { addEvidence, type RecordRef } from '../../platform/evidence/evidence-links.ts';
import type { EvidenceSource } from '../../platform/evidence/evidence.ts';
import { recordAt } from '../../platform/evidence/record-address.ts';
import { takeFiles } from '../../platform/files/file-records.ts';
import { fail, ok, type Result } from '../../platform/result.ts';
import { messages } from './messages.ts';

/** Everybody who works here reads indicators, so everybody reads what proves them, as far as the record itself lets them. */
const readers = [1];

export interface GivenEvidence {
  readonly files: readonly number[];
  /** Addresses of records, one a line. */
  readonly links?: string | undefined;
}

const atLinks = (key: 'linkBad' | 'linkUnseen', link: string) => fail('EVIDENCE_LINK', messages.words(key, { link }), { fields: { links: messages.words(key, { link }) } });

/** Adds each once; what stands there already is left. Told at the field where an address shows nothing, or nothing for this person. */
export async function giveEvidence(
  tx: Tx, house: { evidence(): readonly EvidenceSource[] }, proved: RecordRef, given: GivenEvidence, { unitId, origin }: { readonly unitId: number; readonly origin: string },
): Promise<Result<readonly RecordRef[]>> {
  const addresses = new Set((given.links ?? '').split('\n').map((line) => line.trim()).filter(Boolean));
  const records: { readonly address: string; readonly of: RecordRef }[] = [];
  for (const address of addresses) {
    const of = await recordAt(tx, house.evidence(), address, origin);
    if (!of) return atLinks('linkBad', address);
    records.push({ address, of });
  }
  const files = await takeFiles(tx, given.files, { unitId, readers });
  const added: RecordRef[] = [];
  for (const { address, of } of [...files.map((file) => ({ address: file.name, of: { type: 'platform.file', id: file.id } })), ...records]) {
    const done = await addEvidence(tx, house.evidence(), { for: proved, of, readers });
    if (done.ok) added.push(of);
    else if (done.code !== 'EVIDENCE_THERE_ALREADY') return atLinks('linkUnseen', address);
  }
  return ok(added);
}
