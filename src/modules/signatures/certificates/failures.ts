import { fail } from '../../../platform/result.ts';
import type { Failure } from '../../../platform/result.ts';

const words = {
  CERTIFICATE_EXPIRED: { th: 'ใบรับรองหมดอายุแล้ว จึงใช้ลงลายมือชื่อไม่ได้ โปรดขอใบรับรองใหม่', en: 'The certificate has expired and cannot sign; ask for a new one' },
  CERTIFICATE_NOT_YET_VALID: { th: 'ใบรับรองยังไม่ถึงวันเริ่มใช้ จึงยังลงลายมือชื่อไม่ได้', en: 'The certificate is not valid yet and cannot sign' },
  CERTIFICATE_REVOKED: { th: 'ใบรับรองถูกเพิกถอนแล้ว จึงใช้ลงลายมือชื่อไม่ได้', en: 'The certificate was revoked and cannot sign' },
  CERTIFICATE_NOT_USABLE: { th: 'ใบรับรองนี้ยังไม่เริ่มใช้ หรือเลิกใช้แล้ว', en: 'This certificate is not in use' },
  CERTIFICATE_WITHOUT_KEY: { th: 'ระบบไม่มีกุญแจของใบรับรองนี้ ลงลายมือชื่อในระบบไม่ได้', en: 'The key of this certificate is not kept here, so it cannot sign here' },
  CERTIFICATE_BROKEN: { th: 'ไฟล์นี้ไม่ใช่ใบรับรองที่อ่านได้ โปรดใช้ไฟล์ .crt .cer หรือ .pem ที่ได้รับจากผู้ออกใบรับรอง', en: 'This file is not a readable certificate; use the .crt, .cer or .pem of the authority' },
  CERTIFICATE_OF_ANOTHER_KEY: { th: 'ใบรับรองนี้เป็นของกุญแจอื่น ไม่ตรงกับกุญแจที่สร้างไว้ในคำขอนี้', en: 'This certificate belongs to another key than the one of this request' },
  CERTIFICATE_KNOWN: { th: 'ใบรับรองนี้มีอยู่ในรายการแล้ว', en: 'This certificate is in the list already' },
  CERTIFICATE_STEP: { th: 'ใบรับรองเปลี่ยนสถานะไปแล้ว จึงทำขั้นตอนนี้ไม่ได้ โปรดดูสถานะล่าสุด', en: 'The certificate has moved on; please look at its state' },
} as const;

export type CertificateFailureCode = keyof typeof words;

export function certificateFailure(code: CertificateFailureCode): Failure<CertificateFailureCode> {
  return fail(code, words[code]);
}
