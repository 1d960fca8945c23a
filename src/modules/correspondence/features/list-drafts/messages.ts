import { defineMessages } from '../../../../platform/words.ts';

export const messages = defineMessages({
  th: {
    title: 'ร่างหนังสือ', unit: 'ของหน่วยงาน', shared: 'หน่วยงานอื่นเปิดให้ร่วมร่าง', signing: 'รอฉันลงนาม', taken: 'รับช่วงจากหน่วยงานที่ยุบ', by: 'ผู้ร่าง', from: 'หน่วยงาน', version: 'ฉบับล่าสุด', versionBy: 'ฉบับที่ {n} โดย {name}', changed: 'แก้ไขล่าสุด', remarks: 'ความเห็นค้าง', state: 'สถานะ',
    mine: 'ฉันเป็นผู้ร่าง', notLooked: 'ยังไม่มีผู้ใดในหน่วยงานดู', writing: 'กำลังร่าง', submitted: 'เสนอลงนามแล้ว', untitled: 'ยังไม่มีชื่อเรื่อง', none: 'ไม่มีร่างในรายการนี้', noneText: 'ร่างที่บันทึกไว้ เปิดให้ร่วมร่าง หรือเสนอลงนาม จะปรากฏที่นี่',
    cut: 'แสดง {n} ร่างที่แก้ไขล่าสุด', compose: 'ร่างหนังสือ',
  },
  en: {
    title: 'Drafts', unit: 'Of the unit', shared: 'Opened to us by other units', signing: 'Wait for my signature', taken: 'Of units taken over', by: 'Drafted by', from: 'Unit', version: 'Last version', versionBy: '{n}, by {name}', changed: 'Last changed', remarks: 'Open remarks', state: 'State',
    mine: 'Drafted by me', notLooked: 'Nobody of the unit has looked yet', writing: 'Being written', submitted: 'Submitted for signature', untitled: 'No subject yet', none: 'No draft here', noneText: 'Drafts that are saved, opened to you or submitted for signature appear here.',
    cut: 'The {n} drafts last changed are shown', compose: 'Write a letter',
  },
});
