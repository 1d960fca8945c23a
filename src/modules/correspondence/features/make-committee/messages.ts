import { defineMessages } from '../../../../platform/words.ts';

export const messages = defineMessages({
  th: {
    section: 'คณะตามคำสั่งนี้', make: 'ตั้งคณะกรรมการจากคำสั่งนี้', firstMeeting: 'นัดประชุม{name}',
    title: 'ตั้งคณะกรรมการจากคำสั่งที่ {reference}', lead: 'ระบบอ่านจากข้อความในคำสั่ง กรุณาตรวจทุกช่อง แก้ได้ก่อนบันทึก',
    kind: 'ประเภท', name: 'ชื่อคณะ', shortName: 'ชื่อย่อ', order: 'คำสั่ง', dated: 'ที่ {reference} ลงวันที่ {day}', validFrom: 'มีผลตั้งแต่วันที่', secretariat: 'ฝ่ายเลขานุการ', duties: 'หน้าที่และอำนาจ',
    members: 'กรรมการ', membersNote: 'ยืนยันทีละรายการ: พิมพ์ชื่อตำแหน่ง ตัวย่อตำแหน่ง หรือชื่อและนามสกุล ตำแหน่งเป็นกรรมการโดยตำแหน่ง ชื่อบุคคลเป็นกรรมการโดยชื่อ',
    who: 'ตำแหน่งหรือชื่อ', role: 'หน้าที่ในคณะ', include: 'ใส่ในคณะ', n: 'ลำดับ', matched: 'ตรงกับ {label}', matchedPost: 'โดยตำแหน่ง', matchedPerson: 'โดยชื่อ', unmatched: 'ไม่พบในกรม หรือมีหลายตำแหน่งชื่อนี้ แก้เป็นชื่อบุคคลหรือตัวย่อตำแหน่ง หรือไม่ใส่ในคณะ',
    noMembersRead: 'ไม่พบรายชื่อกรรมการในข้อความ พิมพ์เพิ่มได้ด้านล่าง',
    save: 'บันทึกคณะ', cancel: 'ยกเลิก', made: 'บันทึกคณะแล้ว', noMember: 'กรุณาเลือกกรรมการอย่างน้อยหนึ่งคน', notFound: 'ไม่พบ "{who}" หรือมีหลายตำแหน่งชื่อนี้ กรุณาระบุตัวย่อตำแหน่งหรือชื่อหน่วยงานต่อท้าย',
    quorumNote: 'องค์ประชุมเริ่มต้น: ไม่น้อยกว่ากึ่งหนึ่งและมีประธานหรือรองประธาน แก้ได้ที่หน้าคณะ',
    change: 'เปลี่ยนแปลงกรรมการใน{name}', changeTitle: 'เปลี่ยนแปลงกรรมการตามคำสั่งที่ {reference}', from: 'มีผลตั้งแต่วันที่', ends: 'พ้นจากคณะ', endsHint: 'เป็นกรรมการถึงวันก่อนวันที่มีผล', adds: 'กรรมการใหม่', changed: 'บันทึกการเปลี่ยนแปลงกรรมการแล้ว', nothing: 'ยังไม่ได้เลือกผู้พ้นจากคณะหรือกรรมการใหม่', saveChange: 'บันทึกการเปลี่ยนแปลง',
    notAnOrder: 'ตั้งคณะได้จากคำสั่งที่มีผลใช้บังคับเท่านั้น', vacant: 'ว่าง',
  },
  en: {
    section: 'Committees of this order', make: 'Make a committee from this order', firstMeeting: 'Plan a meeting of {name}',
    title: 'A committee from order {reference}', lead: 'Read from the text of the order. Please look at everything; it can be changed before it is saved.',
    kind: 'Kind', name: 'Name', shortName: 'Short name', order: 'Order', dated: '{reference} of {day}', validFrom: 'In force from', secretariat: 'Secretariat', duties: 'Duties and powers',
    members: 'Members', membersNote: 'Confirm each: type the title or short form of a post, or given and family name. A post sits whoever holds it, a name sits in person.',
    who: 'Post or name', role: 'Role', include: 'Take in', n: 'Place', matched: 'Is {label}', matchedPost: 'by position', matchedPerson: 'by name', unmatched: 'Not in the department, or several posts bear the name. Give a person or the short form of the post, or leave it out.',
    noMembersRead: 'No members were found in the text. Type them below.',
    save: 'Record the committee', cancel: 'Cancel', made: 'The committee is recorded', noMember: 'Please take in at least one member', notFound: '“{who}” is not there, or several posts bear the name. Give the short form of the post, or the unit after it.',
    quorumNote: 'Quorum to begin with: half of the members, with the chair or vice-chair. It can be changed at the committee.',
    change: 'Change members of {name}', changeTitle: 'Change of members by order {reference}', from: 'In force from', ends: 'Leave', endsHint: 'They sit until the day before', adds: 'New members', changed: 'The change of members is recorded', nothing: 'Nobody is chosen yet, to leave or to come', saveChange: 'Record the change',
    notAnOrder: 'Committees are made from orders that are in force', vacant: 'vacant',
  },
});
