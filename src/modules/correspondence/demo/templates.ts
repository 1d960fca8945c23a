// Standard templates of the demo department: for every unit, in our own words.
import type { Tx } from '../../../platform/db/database.ts';
import type { FormKey } from '../domain/forms.ts';
import { addTemplate } from '../store/templates.ts';

const standard: readonly { readonly name: string; readonly form: FormKey; readonly subject: string; readonly paragraphs: readonly string[] }[] = [
  {
    name: 'ขอความอนุเคราะห์', form: 'external', subject: 'ขอความอนุเคราะห์................',
    paragraphs: ['ด้วยกรมกำหนดจัด................ ในวันที่................ ณ................ โดยมีวัตถุประสงค์เพื่อ................', 'ในการนี้ กรมพิจารณาแล้วเห็นว่าหน่วยงานของท่านมีความพร้อม จึงขอความอนุเคราะห์................', 'จึงเรียนมาเพื่อโปรดพิจารณาให้ความอนุเคราะห์ จะขอบคุณยิ่ง'],
  },
  {
    name: 'ตอบขอบคุณ', form: 'external', subject: 'ขอขอบคุณ',
    paragraphs: ['ตามที่ท่านได้ให้ความอนุเคราะห์................ แก่กรม นั้น', 'บัดนี้ การดำเนินการดังกล่าวเสร็จสิ้นเรียบร้อยแล้ว กรมขอขอบคุณท่านมา ณ โอกาสนี้', 'จึงเรียนมาเพื่อโปรดทราบ'],
  },
  {
    name: 'ส่งเอกสาร', form: 'stamped', subject: 'ส่งเอกสาร',
    paragraphs: ['กรมขอส่ง................ จำนวน........ฉบับ มาเพื่อโปรดดำเนินการในส่วนที่เกี่ยวข้องต่อไป'],
  },
  {
    name: 'ขอเชิญประชุม', form: 'memo', subject: 'ขอเชิญประชุม................ ครั้งที่......./2563',
    paragraphs: ['ด้วย................ กำหนดจัดการประชุม................ ครั้งที่......./2563 ในวันที่................ เวลา........น. ณ ห้องประชุม................', 'จึงเรียนมาเพื่อโปรดเข้าร่วมประชุมตามวัน เวลา และสถานที่ดังกล่าว'],
  },
];

export async function layTemplates(tx: Tx, unitId: number, at: Date): Promise<void> {
  for (const { name, form, subject, paragraphs } of standard) await addTemplate(tx, { unitId, forAll: true, name, form, subject, salutation: '', content: { paragraphs: [...paragraphs] } }, at);
}
