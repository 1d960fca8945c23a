// The yearly book as a document of the typesetter.
import type { PaperDocument } from '../../../paper/index.ts';
import type { BookChapter, BookContent, BookField } from './content.ts';

type Blocks = Extract<PaperDocument, { kind: 'bound-report' }>['parts'][number]['body'];

/** A field with its text; each line of the text is a paragraph of its own. */
const fieldBlocks = ({ label, text }: BookField): Blocks => [{ kind: 'heading', text: label }, ...text.split('\n').map((line) => line.trim()).filter(Boolean)];

const evidenceTable = (chapter: BookChapter): Blocks => (chapter.evidence.length === 0 ? [{ kind: 'paragraph', text: 'ยังไม่มีหลักฐานในระบบ' }] : [{
  kind: 'table',
  columns: [{ head: 'ลำดับ', width: 1.2, align: 'centre' }, { head: 'หลักฐาน', width: 7.9 }, { head: 'วันที่', width: 3.1, align: 'centre' }, { head: 'รหัสตรวจเนื้อหา', width: 3.8 }],
  rows: chapter.evidence.map(({ title, day, hash, changed }, at) => [String(at + 1), changed ? `${title} (เนื้อหาเปลี่ยนหลังแนบ)` : title, day, [{ text: hash.slice(0, 16), asWritten: true }]]),
}]);

function chapterBlocks(chapter: BookChapter): Blocks {
  return [
    { kind: 'section', text: 'รายละเอียดตัวชี้วัด' },
    { kind: 'paragraph', text: `หน่วยงานเจ้าของตัวชี้วัด ${chapter.owners}` }, { kind: 'paragraph', text: `น้ำหนักร้อยละ ${chapter.weight}` },
    ...chapter.form.flatMap(fieldBlocks),
    { kind: 'section', text: 'ผลการดำเนินงานและคะแนน' },
    { kind: 'paragraph', text: `ผลการดำเนินงาน ${chapter.value}` }, { kind: 'paragraph', text: `คะแนนตัวชี้วัด ${chapter.score}` },
    ...chapter.why.map((text) => ({ kind: 'item' as const, text })),
    ...(chapter.card.length > 0 ? [{ kind: 'section' as const, text: 'รายงานผล' }, ...chapter.card.flatMap(fieldBlocks)] : []),
    { kind: 'section', text: 'หลักฐานอ้างอิง' }, ...evidenceTable(chapter),
  ];
}

const summary = (content: BookContent): Blocks => [
  { kind: 'paragraph', text: `${content.framework} แบ่งเป็น ${content.components.map(({ name, weight }) => `องค์ประกอบที่ ${name} น้ำหนักร้อยละ ${weight}`).join(' และ ')}` },
  { kind: 'paragraph', text: content.missing > 0 ? `ผล ณ ${content.asOf} ยังไม่มีผล ${content.missing} ตัวชี้วัด คะแนนรวมจึงอยู่ระหว่าง ${content.total}` : `ผล ณ ${content.asOf} คะแนนรวม ${content.total} อยู่ใน${content.className}` },
  {
    kind: 'table',
    columns: [{ head: 'ที่', width: 1.1, align: 'centre' }, { head: 'ตัวชี้วัด', width: 6.5 }, { head: 'น้ำหนัก', width: 1.8, align: 'right' }, { head: 'ผล', width: 2.8 }, { head: 'คะแนน', width: 1.9, align: 'right' }, { head: 'คะแนนถ่วงน้ำหนัก', width: 2.1, align: 'right' }],
    rows: content.lines.map(({ key, name, weight, value, score, weighted }) => [key, name, weight, value, score, weighted]),
  },
];

/** All evidence of the year in one list, by indicator. */
const annex = ({ chapters }: BookContent): Blocks => chapters.flatMap((chapter) => (chapter.evidence.length === 0 ? [] : [{ kind: 'heading' as const, text: `ตัวชี้วัดที่ ${chapter.key} ${chapter.name}` }, ...evidenceTable(chapter)]));

export function bookDocument(content: BookContent): PaperDocument {
  const evidence = annex(content);
  return {
    kind: 'bound-report', agency: content.agency, heading: 'รายงานผลการปฏิบัติราชการ',
    titleLines: [`ประจำปีงบประมาณ พ.ศ. ${content.fiscalYear}`, content.round, `ข้อมูล ณ ${content.asOf}`],
    parts: [
      { label: 'ส่วนที่ 1', title: 'สรุปผลและคะแนน', body: summary(content) },
      ...content.chapters.map((chapter) => ({ label: `ตัวชี้วัด ${chapter.key}`, title: chapter.name, body: chapterBlocks(chapter) })),
      ...(evidence.length > 0 ? [{ label: 'ภาคผนวก', title: 'บัญชีหลักฐาน', body: evidence }] : []),
    ],
  };
}
