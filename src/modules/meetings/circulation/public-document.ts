// What the code on certified minutes tells to anybody who holds them.
import type { PublicDocumentSource } from '../../../platform/documents/public-document.ts';
import { toThaiDigits } from '../../../thai/index.ts';
import { publicMinutes } from '../store/certification.ts';

export const certifiedMinutes: PublicDocumentSource = {
  async find(tx, code) {
    if (!/^[\w-]{20,40}$/u.test(code)) return undefined;
    const found = await publicMinutes(tx, code);
    return found && {
      kind: { th: 'รายงานการประชุมที่รับรองแล้ว', en: 'Certified minutes' },
      number: toThaiDigits(`ครั้งที่ ${found.number}/${found.yearBe}`), date: found.certifiedOn, unit: found.unit ?? found.committeeName,
      subject: `${found.committeeName}: ${found.title}`, state: 'valid', ...(found.hash ? { contentHash: found.hash } : {}),
    };
  },
};
