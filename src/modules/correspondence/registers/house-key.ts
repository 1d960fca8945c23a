// The key with which the house itself signs: a PKCS#12 in the data folder, its passphrase in the environment alone.
import { readFile } from 'node:fs/promises';
import { certificateFacts, readPkcs12 } from '../../../paper/index.ts';
import type { Signer } from '../../../paper/index.ts';
import { fail, ok } from '../../../platform/result.ts';
import type { Result } from '../../../platform/result.ts';
import type { Services } from '../../../platform/services.ts';

export interface HouseKey {
  readonly signer: Signer;
  /** Common name of the certificate. */
  readonly name: string;
}

/** The house's key; undefined where none is set. Fails with HOUSE_KEY_UNREADABLE or HOUSE_KEY_EXPIRED: a key that is set and does not serve is never passed over. */
export async function houseKey({ config, clock }: Pick<Services, 'config' | 'clock'>): Promise<Result<HouseKey | undefined>> {
  const set = config.houseKey;
  if (!set) return ok(undefined);
  const bytes = await readFile(set.file).catch(() => undefined);
  const read = bytes && (await readPkcs12(bytes, set.passphrase));
  if (!read?.ok) {
    const why = read ? read.message : { th: 'ไม่พบไฟล์', en: 'the file is not there' };
    return fail('HOUSE_KEY_UNREADABLE', { th: `ใช้กุญแจลงลายมือชื่อของหน่วยงานไม่ได้ (${why.th})`, en: `The key of the house cannot be used (${why.en})` });
  }
  const { signer } = read.value;
  const facts = certificateFacts(signer.chain[0] as Uint8Array);
  if (facts.validTo < clock.now()) return fail('HOUSE_KEY_EXPIRED', { th: `ใบรับรองของกุญแจหน่วยงาน (${facts.commonName}) หมดอายุแล้ว`, en: `The certificate of the house’s key (${facts.commonName}) has expired` });
  return ok({ signer, name: facts.commonName });
}
