import type { Words } from '../../../../platform/words.ts';

/** Category 0, the profile of the organisation: its five sections and what each tells, in the house's own words. */
export const profileSections = ['1a', '1b', '2a', '2b', '2c'] as const;
export type ProfileSection = (typeof profileSections)[number];

export const sectionWords: Readonly<Record<ProfileSection, { readonly mark: Words; readonly name: Words; readonly asks: Words }>> = {
  '1a': {
    mark: { th: '1ก', en: '1a' }, name: { th: 'สภาพแวดล้อมขององค์การ', en: 'Environment of the organisation' },
    asks: { th: 'พันธกิจและกฎหมายที่ให้อำนาจ วิสัยทัศน์และค่านิยม บุคลากร สินทรัพย์ และกฎระเบียบที่ต้องปฏิบัติ', en: 'Mission and law, vision and values, people, assets, rules to be kept' },
  },
  '1b': {
    mark: { th: '1ข', en: '1b' }, name: { th: 'ความสัมพันธ์ระดับองค์การ', en: 'Relations of the organisation' },
    asks: { th: 'โครงสร้างการกำกับดูแล ผู้รับบริการและผู้มีส่วนได้ส่วนเสีย และหน่วยงานที่ร่วมให้บริการหรือส่งมอบงานต่อกัน', en: 'Governance, those who are served, and those who work along' },
  },
  '2a': {
    mark: { th: '2ก', en: '2a' }, name: { th: 'สภาพแวดล้อมด้านการแข่งขัน', en: 'Competition' },
    asks: { th: 'การเปลี่ยนแปลงที่กระทบต่องาน คู่เทียบทั้งในและนอกประเทศ และแหล่งข้อมูลที่ใช้เทียบ', en: 'Changes that matter, whom one compares with, and where the figures come from' },
  },
  '2b': {
    mark: { th: '2ข', en: '2b' }, name: { th: 'บริบทเชิงยุทธศาสตร์', en: 'Strategic context' },
    asks: { th: 'ความท้าทายและความได้เปรียบเชิงยุทธศาสตร์ ทั้งด้านพันธกิจ การปฏิบัติการ บุคลากร และสังคม', en: 'Strategic challenges and advantages: mission, operations, people, society' },
  },
  '2c': {
    mark: { th: '2ค', en: '2c' }, name: { th: 'ระบบการปรับปรุงผลการดำเนินการ', en: 'How performance is improved' },
    asks: { th: 'แนวทางและเครื่องมือที่ใช้ประเมิน ปรับปรุง และเรียนรู้อย่างต่อเนื่อง', en: 'How performance is judged, improved and learned from' },
  },
};
