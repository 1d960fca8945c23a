import type { Actor } from '../../../platform/access/actor.ts';
import type { ReadTx } from '../../../platform/db/database.ts';
import { fail, ok, type Result } from '../../../platform/result.ts';
import type { Services } from '../../../platform/services.ts';
import { defineMessages } from '../../../platform/words.ts';
import { myPasswordHash } from '../store/accounts.ts';
import { guessAtOwnPassword } from './confirm-identity.ts';
import { verifyPassword } from './passwords.ts';

const m = defineMessages({
  th: { wrong: 'รหัสผ่านไม่ถูกต้อง กรุณาพิมพ์ใหม่', wait: 'พิมพ์ผิดหลายครั้ง กรุณารอ {seconds} วินาทีแล้วลองใหม่' },
  en: { wrong: 'That is not your password. Please type it again.', wait: 'Too many wrong tries. Please wait {seconds} seconds and try again.' },
});

/**
 * The own password once more, before something is signed in the product; told at `field` when it is wrong, and guesses
 * are counted. Whoever has no password here (signs in through a provider) has proved himself there and is let through.
 */
export async function confirmOwnPassword(tx: ReadTx, services: Services, actor: Actor, typed: string, field: string): Promise<Result<void>> {
  const current = await myPasswordHash(tx);
  if (current === undefined) return ok(undefined);
  const answer = await guessAtOwnPassword(services, actor, () => verifyPassword(current, typed));
  if (answer === 'right') return ok(undefined);
  const words = answer === 'wrong' ? m.words('wrong') : m.words('wait', { seconds: answer });
  return fail('PASSWORD_REFUSED', words, { fields: { [field]: words } });
}
