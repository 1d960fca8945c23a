// The official form on paper: as PDF by the house's printer, and as an editable Word file.
import { AlignmentType, BorderStyle, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType, convertMillimetersToTwip } from 'docx';
import type { PaperDocument, Renderer } from '../../../paper/index.ts';
import { fail, ok, type Result } from '../../../platform/result.ts';
import { toThaiDigits } from '../../../thai/index.ts';
import type { PrintedField } from './fields-paper.ts';

/** What both files need. */
export interface PrintedForm {
  readonly year: number;
  readonly key: string;
  readonly name: string;
  readonly fields: readonly PrintedField[];
  /** Line at the end: who saved it and when. */
  readonly saved: string;
}

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const heading = 'แบบรายละเอียดตัวชี้วัด';
const yearLine = (year: number): string => `ปีงบประมาณ พ.ศ. ${year}`;
const filled = (form: PrintedForm): PrintedField[] => form.fields.filter(({ code, text }) => code !== 'key' && code !== 'name' && text !== '');

/** The form as the printer takes it: one row for each line of a field, its name beside the first. */
export function formDocument(form: PrintedForm): PaperDocument {
  return {
    kind: 'table-report', orientation: 'portrait', heading, titleLines: [yearLine(form.year), `ตัวชี้วัดที่ ${form.key} ${form.name}`],
    columns: [{ head: 'หัวข้อ', width: 3 }, { head: 'รายละเอียด', width: 8 }],
    rows: filled(form).flatMap(({ name, text }) => text.split('\n').filter((line) => line.trim() !== '').map((line, at) => [at === 0 ? name.th : '', line])),
    notes: [form.saved],
  } as PaperDocument;
}

/** The form as PDF; a printer that is not there is told as such. */
export async function formPdf(paper: Renderer, form: PrintedForm, createdAt: Date): Promise<Result<Uint8Array>> {
  const made = await paper.renderPdf(formDocument(form), { createdAt });
  return made.ok ? ok(made.value.pdf) : fail(made.code, made.message, { status: 503 });
}

const font = 'TH SarabunPSK';
const mm = convertMillimetersToTwip;
const side = { style: BorderStyle.SINGLE, size: 4, color: '808080' };
const lines = (text: string, bold = false): Paragraph[] => text.split('\n').map((line) => new Paragraph({ children: [new TextRun({ text: toThaiDigits(line), bold })] }));
const cell = (text: string, width: number, bold = false): TableCell => new TableCell({ width: { size: mm(width), type: WidthType.DXA }, margins: { left: mm(2), right: mm(2), top: mm(1), bottom: mm(1) }, children: lines(text, bold) });

/** The form as a Word file: a table of names and words, A4, to be gone on with by hand. */
export async function formDocx(form: PrintedForm): Promise<Buffer> {
  const title = (text: string, size: number) => new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: toThaiDigits(text), bold: true, size })] });
  const file = new Document({
    title: `${heading} ${form.key} ${form.name}`, creator: 'Krom', styles: { default: { document: { run: { font: { ascii: font, hAnsi: font, cs: font, eastAsia: font }, size: 32, sizeComplexScript: 32 } } } },
    sections: [{
      properties: { page: { size: { width: mm(210), height: mm(297) }, margin: { top: mm(25), bottom: mm(20), left: mm(30), right: mm(20) } } },
      children: [
        title(heading, 40), title(yearLine(form.year), 32), title(`ตัวชี้วัดที่ ${form.key} ${form.name}`, 32), new Paragraph({ children: [] }),
        new Table({
          width: { size: mm(160), type: WidthType.DXA }, columnWidths: [mm(45), mm(115)],
          borders: { top: side, bottom: side, left: side, right: side, insideHorizontal: side, insideVertical: side },
          rows: filled(form).map(({ name, text }) => new TableRow({ cantSplit: false, children: [cell(name.th, 45, true), cell(text, 115)] })),
        }),
        new Paragraph({ children: [] }), new Paragraph({ children: [new TextRun({ text: toThaiDigits(form.saved), size: 26 })] }),
      ],
    }],
  });
  return await Packer.toBuffer(file);
}
