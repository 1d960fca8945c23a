// Words that the screens, jobs and notices of certification share.
import { defineMessages } from '../../../platform/words.ts';
import type { Words } from '../../../platform/words.ts';
import type { StateKind } from '../../../ui/components/state-mark.tsx';
import { dayText } from '../shown.ts';
import { bangkokDate } from '../../../thai/index.ts';
import type { AnswerRow } from '../store/circulations.ts';
import type { Language } from '../../../platform/words.ts';

export const messages = defineMessages({
  th: {
    certification: 'การรับรองรายงานการประชุม',
    certify: 'รับรองรายงาน',
    circulation: 'ความคืบหน้าการเวียนรับรอง',
    jobSettle: 'ปิดการเวียนรับรองและบันทึกการถือว่ารับรอง',
    jobRemind: 'เตือนให้ตอบการรับรองรายงาน',
    jobPdf: 'จัดทำรายงานการประชุมเป็น PDF',
    jobCertifiedPdf: 'จัดทำรายงานที่รับรองแล้วเป็น PDF',
    jobDifference: 'จัดทำฉบับแสดงการแก้ไขเป็น PDF',
    asIs: 'รับรอง โดยไม่มีการแก้ไข',
    withCorrections: 'รับรอง โดยมีการแก้ไข',
    deemed: 'ถือว่ารับรอง',
    waiting: 'รอตอบ',
    saidCorrections: 'มีแก้ไข',
    saidCorrectionsIn: 'มีแก้ไข {n} แห่ง',
    saidCertified: 'รับรอง',
    saidLate: 'ถือว่ารับรอง · ตอบช้า {date}',
    saidOpened: 'เปิดอ่านแล้ว',
    saidNotOpened: 'ยังไม่เปิด',
    gone: 'การเวียนรับรองนี้ถูกเรียกคืนแล้ว',
    toAnswer: 'ขอให้พิจารณารับรองรายงานการประชุม{meeting} ภายใน {date}',
    reminder: 'เตือน: ยังไม่ได้ตอบการรับรองรายงานการประชุม{meeting} ครบกำหนด {date}',
    answered: '{unit} ตอบการรับรองรายงาน{meeting} แล้ว: {answer}',
    answeredLate: '{unit} ตอบการรับรองรายงาน{meeting} หลังพ้นกำหนด: {answer}',
    closedToDecide: 'ครบกำหนดเวียนรับรองรายงาน{meeting} มีข้อเสนอแก้ไขรอพิจารณา {count} ข้อ',
    certifiedNotice: 'รายงานการประชุม{meeting} ได้รับการรับรองแล้ว',
    certifiedCorrected: 'รายงานการประชุม{meeting} ได้รับการรับรองแล้ว พร้อมผลพิจารณาข้อเสนอแก้ไข',
    withdrawnNotice: 'เรียกคืนรายงานการประชุม{meeting} ที่เวียนให้รับรอง: {reason}',
    consultAsked: '{unit} ขอให้ท่านพิจารณารายงานการประชุม{meeting}',
    consultAnswered: '{name} ให้ความเห็นต่อรายงานการประชุม{meeting} แล้ว',
    certifiedByCirculation: 'รับรองโดยการเวียนเป็นหนังสือ {number} {closing}',
    certifiedByMeeting: 'ที่ประชุม{meeting} รับรองรายงานการประชุม {reference}',
  },
  en: {
    certification: 'Certification of minutes',
    certify: 'Certify the minutes',
    circulation: 'Progress of the circulation',
    jobSettle: 'Close the circulation and record deemed certification',
    jobRemind: 'Remind addressees to answer',
    jobPdf: 'Make the PDF of the minutes',
    jobCertifiedPdf: 'Make the PDF of the certified minutes',
    jobDifference: 'Make the PDF of the difference',
    asIs: 'Certified without corrections',
    withCorrections: 'Certified with corrections',
    deemed: 'Deemed certified',
    waiting: 'No answer yet',
    saidCorrections: 'corrections',
    saidCorrectionsIn: 'corrections ({n})',
    saidCertified: 'certified',
    saidLate: 'deemed · late {date}',
    saidOpened: 'opened',
    saidNotOpened: 'not opened',
    gone: 'This circulation was withdrawn',
    toAnswer: 'Please certify the minutes of{meeting} by {date}',
    reminder: 'Reminder: the minutes of{meeting} are not yet answered, due {date}',
    answered: '{unit} has answered on the minutes of{meeting}: {answer}',
    answeredLate: '{unit} has answered late on the minutes of{meeting}: {answer}',
    closedToDecide: 'The circulation of{meeting} is over: {count} suggestions wait for a decision',
    certifiedNotice: 'The minutes of{meeting} are certified',
    certifiedCorrected: 'The minutes of{meeting} are certified, with the decisions on the suggestions',
    withdrawnNotice: 'The minutes of{meeting} sent for certification were withdrawn: {reason}',
    consultAsked: '{unit} asks you to look at the minutes of{meeting}',
    consultAnswered: '{name} has remarked on the minutes of{meeting}',
    certifiedByCirculation: 'Certified by circulation of {number} {closing}',
    certifiedByMeeting: 'Meeting{meeting} certified the minutes {reference}',
  },
});

/** What an addressee answered, in words for a list: shape, words, with the day. */
export function answerShown(answer: AnswerRow, lang: Language, suggestions = 0): { kind: StateKind; words: string } {
  const t = messages.in(lang);
  const day = (date: string | null) => (date ? dayText(lang, date).replace(/ \d{4}$/u, '') : '');
  const corrections = suggestions > 0 ? t('saidCorrectionsIn', { n: suggestions }) : t('saidCorrections');
  if (answer.late) return { kind: 'late', words: t('saidLate', { date: day(answer.answeredOn) }) };
  if (answer.state === 'deemed') return { kind: 'done', words: `${t('deemed')}${answer.deemedAt ? ` ${day(bangkokDate(answer.deemedAt))}` : ''}` };
  if (answer.state !== 'waiting') return { kind: 'done', words: `${answer.answer === 'certified-with-corrections' ? corrections : t('saidCertified')} ${day(answer.answeredOn)}` };
  return answer.openedAt ? { kind: 'going', words: t('saidOpened') } : { kind: 'wait', words: t('saidNotOpened') };
}

/** The answer in full words. */
export function answerWords(answer: 'certified' | 'certified-with-corrections'): Words {
  return messages.words(answer === 'certified' ? 'asIs' : 'withCorrections');
}
