import type { Words } from '../../platform/words.ts';

/** What a check found, in words that people know. */
export const reasonWords = {
  WHOLE: { th: 'เนื้อหาตรงกับที่ลงลายมือชื่อไว้ทุกประการ', en: 'The content is exactly what was signed' },
  ALTERED: { th: 'เนื้อหาถูกแก้ไขหลังลงลายมือชื่อ ลายมือชื่อนี้ใช้ยืนยันไม่ได้', en: 'The content was altered after signing; this signature proves nothing' },
  UNSOUND: { th: 'ลายมือชื่อนี้ไม่ครอบคลุมไฟล์ตั้งแต่ต้น จึงไม่ยืนยันสิ่งที่เห็น', en: 'This signature does not cover the file from its start, so it does not confirm what one sees' },
  UNREADABLE: { th: 'ข้อมูลลายมือชื่ออ่านไม่ได้ หรือใช้วิธีที่ระบบไม่รู้จัก', en: 'The signature cannot be read, or uses a method that is not known here' },
  MORE_SIGNATURES: { th: 'มีผู้ลงลายมือชื่อเพิ่มภายหลัง โดยเนื้อหาเดิมไม่เปลี่ยน', en: 'Others signed later; the content did not change' },
  CHANGED_LATER: { th: 'มีการเพิ่มหรือเปลี่ยนบางสิ่งหลังลายมือชื่อนี้ สิ่งที่เห็นอาจไม่ใช่สิ่งที่ลงลายมือชื่อ', en: 'Something was added or changed after this signature; what one sees may not be what was signed' },
  CERTIFICATE_BINDING: { th: 'ลายมือชื่อไม่ได้ระบุใบรับรองของผู้ลงไว้ในส่วนที่ลงลายมือชื่อ', en: 'The signed part does not name the signer’s certificate' },
  TRUSTED: { th: 'ใบรับรองออกโดยผู้ให้บริการที่หน่วยงานนี้เชื่อถือ', en: 'The certificate comes from an authority that this office trusts' },
  UNKNOWN_AUTHORITY: { th: 'ไม่รู้จักผู้ออกใบรับรอง จึงยืนยันตัวผู้ลงลายมือชื่อไม่ได้', en: 'The authority behind the certificate is not known here, so the signer is not confirmed' },
  EXPIRED: { th: 'ใบรับรองไม่อยู่ในอายุ ณ เวลาที่ใช้ตรวจ', en: 'The certificate was not valid at the time that counts' },
  REVOKED: { th: 'ใบรับรองถูกเพิกถอน', en: 'The certificate was revoked' },
  REVOKED_LATER: { th: 'ใบรับรองถูกเพิกถอนหลังเวลาที่ประทับรับรองไว้ ลายมือชื่อก่อนหน้านั้นยังใช้ได้', en: 'The certificate was revoked after the stamped time; a signature before that stands' },
  NOT_REVOKED_ANSWERED: { th: 'ผู้ออกใบรับรองตอบเมื่อครู่นี้ว่าใบรับรองไม่ถูกเพิกถอน', en: 'The authority answered just now: the certificate is not revoked' },
  NOT_REVOKED: { th: 'ตรวจแล้ว ใบรับรองไม่ถูกเพิกถอน', en: 'Checked: the certificate is not revoked' },
  REVOCATION_UNANSWERED: { th: 'ถามผู้ออกใบรับรองแล้วไม่ได้คำตอบ จึงยังไม่ทราบว่าใบรับรองถูกเพิกถอนหรือไม่ กรุณาตรวจอีกครั้งภายหลัง', en: 'The authority was asked and did not answer, so it is not known whether the certificate was revoked. Please check again later.' },
  REVOCATION_UNKNOWN: { th: 'ไม่มีที่ให้ตรวจว่าใบรับรองถูกเพิกถอนหรือไม่', en: 'There is nowhere to check whether the certificate was revoked' },
  TIME_STAMPED: { th: 'เวลาได้รับการประทับรับรองโดยผู้ให้บริการที่เชื่อถือ', en: 'The time is attested by a trusted authority' },
  TIME_UNTRUSTED: { th: 'มีการประทับเวลา แต่ไม่รู้จักผู้ประทับ', en: 'There is a time stamp, by an authority not known here' },
  TIME_BROKEN: { th: 'การประทับเวลาไม่ตรงกับลายมือชื่อนี้', en: 'The time stamp does not belong to this signature' },
  TIME_CLAIMED: { th: 'เวลาเป็นเวลาที่เครื่องของผู้ลงลายมือชื่อบันทึก ไม่มีผู้รับรองเวลา', en: 'The time is what the signer’s machine wrote; nobody attests it' },
} as const satisfies Record<string, Words>;

export type ReasonCode = keyof typeof reasonWords;
