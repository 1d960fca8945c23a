import { fail } from '../../platform/result.ts';
import type { Failure } from '../../platform/result.ts';

const words = {
  PDF_BROKEN: { th: 'ไฟล์นี้ไม่ใช่ PDF ที่สมบูรณ์ จึงอ่านไม่ได้', en: 'This file is not a whole PDF and cannot be read' },
  PDF_ENCRYPTED: { th: 'ไฟล์ PDF นี้ตั้งรหัสผ่านหรือเข้ารหัสไว้ โปรดใช้ฉบับที่ไม่เข้ารหัส', en: 'This PDF is protected by a password or encrypted; use one that is not' },
  PDF_CLOSED: { th: 'ผู้ลงลายมือชื่อในไฟล์ PDF นี้กำหนดไว้ว่าห้ามเปลี่ยนแปลงหรือลงลายมือชื่อเพิ่ม หากลงเพิ่ม ลายมือชื่อเดิมจะใช้ไม่ได้', en: 'Who signed this PDF allows no change and no further signature; one more would make the first worthless' },
  PDF_NOT_SIGNED: { th: 'ไฟล์ PDF นี้ไม่มีลายมือชื่ออิเล็กทรอนิกส์', en: 'This PDF carries no electronic signature' },
  PLACE_NOT_THERE: { th: 'ไม่มีหน้าที่กำหนดให้วางลายมือชื่อ', en: 'The page for the signature does not exist' },
  SIGNER_FAILED: { th: 'กุญแจที่ใช้ลงลายมือชื่อไม่ตรงกับใบรับรอง หรือบริการลงลายมือชื่อให้คำตอบที่ใช้ไม่ได้', en: 'The key does not belong to the certificate, or the signing service gave an unusable answer' },
  P12_BROKEN: { th: 'ไฟล์นี้ไม่ใช่ใบรับรองแบบ .p12 หรือ .pfx ที่อ่านได้', en: 'This file is not a readable .p12 or .pfx' },
  P12_PASSPHRASE: { th: 'รหัสของไฟล์ใบรับรองไม่ถูกต้อง', en: 'The passphrase of the certificate file is wrong' },
  P12_UNSUPPORTED: { th: 'ไฟล์ .p12 นี้เข้ารหัสด้วยวิธีเก่าที่ไม่ปลอดภัย โปรดขอไฟล์ใหม่ที่ใช้ AES', en: 'This .p12 uses an old, unsafe encryption; ask for one with AES' },
  P12_INCOMPLETE: { th: 'ไฟล์ .p12 นี้ไม่มีใบรับรองที่ตรงกับกุญแจ', en: 'This .p12 holds no certificate for its key' },
} as const;

export type SigningFailureCode = keyof typeof words;
export type SigningFailure = Failure<SigningFailureCode>;

export function signingFailure(code: SigningFailureCode): SigningFailure {
  return fail(code, words[code]);
}
