// What of sign-in at a provider needs a key outside the database: client secrets, and the hash of the national ID.
import { createHmac } from 'node:crypto';
import type { ProviderClient } from '../../../platform/http/exchange.ts';
import { seal, unseal } from '../../../platform/http/seal.ts';
import { houseKey } from '../../../platform/house-key.ts';
import { fail, ok, type Result } from '../../../platform/result.ts';
import type { Provider } from '../store/providers.ts';

const key = (dataFolder: string) => houseKey(dataFolder, 'sign-in-providers');

/** A client secret as the database keeps it. */
export const sealSecret = (dataFolder: string, secret: string): string => seal(key(dataFolder), secret);

/** A provider ready to be asked. `SECRET_LOST`: the key is not the one that its secret was sealed with. */
export function clientOf(dataFolder: string, provider: Provider): Result<ProviderClient, 'SECRET_LOST'> {
  const { issuer, clientId, authentication, clientSecret } = provider;
  try {
    return ok({ issuer, clientId, authentication, clientSecret: unseal(key(dataFolder), clientSecret) });
  } catch {
    return fail('SECRET_LOST', {
      th: 'เปิด client secret ของผู้ให้บริการนี้ไม่ได้ เพราะกุญแจในโฟลเดอร์ข้อมูลไม่ใช่ดอกเดิม ผู้ดูแลระบบต้องกรอก client secret ใหม่',
      en: 'The client secret of this provider cannot be opened: the key in the data folder is another one. The administrator must enter the secret again.',
    });
  }
}

/**
 * A national ID as the database knows it: a hash with a key outside the database, so that neither a copy of the
 * database nor its backup tells anybody's number.
 * @param id thirteen Arabic digits, checked
 */
export function nationalIdHash(dataFolder: string, id: string): Buffer {
  return createHmac('sha256', houseKey(dataFolder, 'national-id')).update('national-id\0').update(id).digest();
}
