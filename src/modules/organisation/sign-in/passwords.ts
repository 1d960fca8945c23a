import { hash, verify } from '@node-rs/argon2';
import { fail, ok, type Result } from '../../../platform/result.ts';

/** argon2id (number 2 of the library) with OWASP's recommendation: 19 MiB, 2 passes, 1 lane; about 20 ms. */
const options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), options);
}

/** A hash that no password matches, so that an unknown name costs as much time as a known one. */
let nobody: Promise<string> | undefined;

/** Whether the password belongs to the hash. Without a hash the work is done all the same, and the answer is no. */
export async function verifyPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword('a password that nobody has: ไม่มีผู้ใช้นี้');
  const right = await verify(passwordHash ?? (await nobody), password.normalize('NFC'));
  return right && typeof passwordHash === 'string';
}

export const minPasswordLength = 10;

const common = new Set(['1234567890', '0123456789', 'password123', 'password1234', 'qwertyuiop', '1q2w3e4r5t', 'iloveyou123', '0987654321', 'กขฃคฅฆงจฉช', 'รหัสผ่านของฉัน']);

/**
 * Refuses a password that is short, common, or says the person's own name. Length over odd characters: nobody is made
 * to mix signs, and a code point is a character (NIST SP 800-63B §3.1.1).
 */
export function checkNewPassword(password: string, own: readonly string[]): Result<string> {
  const refuse = (th: string, en: string) => fail('WEAK_PASSWORD', { th, en }, { fields: { password: { th, en } } });
  if (Array.from(password).length < minPasswordLength) {
    return refuse(`รหัสผ่านต้องมีอย่างน้อย ${minPasswordLength} ตัวอักษร`, `The password needs at least ${minPasswordLength} characters.`);
  }
  const plain = password.toLowerCase();
  if (common.has(plain) || new Set(plain).size < 4) return refuse('รหัสผ่านนี้เดาง่าย กรุณาตั้งใหม่', 'This password is easy to guess. Please choose another.');
  if (own.some((word) => word.length >= 4 && plain.includes(word.toLowerCase()))) {
    return refuse('รหัสผ่านต้องไม่มีชื่อหรือชื่อผู้ใช้ของท่าน', 'The password must not contain your name or user name.');
  }
  return ok(password);
}
