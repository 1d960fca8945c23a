import type { NewsKind } from '../../platform/notify/news-kind.ts';

/** Invitations and what changes of a meeting. */
export const meetingNews: NewsKind = {
  key: 'meetings.meetings',
  title: { th: 'การประชุม', en: 'Meetings' },
  about: { th: 'คำเชิญ การเลื่อน การยกเลิก และระเบียบวาระที่เปลี่ยน', en: 'Invitations, postponement, cancellation, changed agendas' },
  usual: { mail: 'now', line: 'now' },
};

/** Minutes on their way to be certified. */
export const certificationNews: NewsKind = {
  key: 'meetings.certification',
  title: { th: 'การรับรองรายงานการประชุม', en: 'Certification of minutes' },
  about: { th: 'รายงานที่รอท่านตรวจหรือรับรอง ข้อเสนอแก้ไข และผลการรับรอง', en: 'Minutes to check or certify, corrections, and the outcome' },
  usual: { mail: 'now', line: 'now' },
};
