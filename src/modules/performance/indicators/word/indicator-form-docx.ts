/**
 * The form of an indicator as an editable Word file: the same rows, tables and words as the sheet of `src/paper`
 * (kind `indicator-form`), A4 with margins of 3 and 2 cm, TH SarabunPSK. Pure: data in, bytes out.
 */
import { AlignmentType, BorderStyle, Document, Footer, NumberFormat, Packer, PageNumber, Paragraph, ShadingType, Table, TableCell, TableRow, TextRun, VerticalAlignTable, WidthType, convertMillimetersToTwip } from 'docx';
import { indicatorFormSchema, performanceWords } from '../../../../paper/index.ts';
import type { IndicatorForm, PaperDocument, PaperText } from '../../../../paper/index.ts';
import { toThaiDigits } from '../../../../thai/index.ts';

/** As the renderer takes it: fields without anything may be left out. */
export type IndicatorFormInput = Extract<PaperDocument, { kind: 'indicator-form' }>;

type Block = Paragraph | Table;
type Width = { size: number; type: typeof WidthType.DXA };

const font = 'TH SarabunPSK';
const mm = convertMillimetersToTwip;
const [labelWidth, textWidth] = [mm(43), mm(117)];
const side = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = { top: side, bottom: side, left: side, right: side, insideHorizontal: side, insideVertical: side };
const inset = { left: mm(1.8), right: mm(1.8), top: mm(0.5), bottom: mm(0.8) };
const dxa = (size: number): Width => ({ size: Math.floor(size), type: WidthType.DXA });

const plain = (text: PaperText): string => (typeof text === 'string' ? text : text.map((run) => run.text).join(''));
const run = (text: string, more: { bold?: boolean; size?: number } = {}): TextRun => new TextRun({ text: toThaiDigits(text), ...more });
const centred = (text: string, size: number, bold: boolean): Paragraph => new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text, { bold, size })] });

/** Lines as they were typed, entries hanging; nothing is a dash, as on the sheet. */
function typed(text: string, bold = false): Paragraph[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '');
  return (lines.length > 0 ? lines : ['-']).map((line) => new Paragraph({
    ...(/^(?:[-–•]|\(?[\d๐-๙]+(?:\.[\d๐-๙]+)*[.)])\s/.test(line) ? { indent: { left: mm(5), hanging: mm(5) } } : {}),
    children: [run(line, { bold })],
  }));
}

function grid(head: readonly string[], rows: ReadonlyArray<readonly string[]>, shares: readonly number[], width: number, middle: 'all' | 'values' | 'none'): Table {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((width * share) / whole));
  const cell = (text: string, at: number, isHead: boolean): TableCell => new TableCell({
    width: dxa(widths[at] ?? 0), margins: inset, verticalAlign: isHead ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    children: text.split('\n').map((line) => new Paragraph({ alignment: isHead || middle === 'all' || (middle === 'values' && at > 0) ? AlignmentType.CENTER : AlignmentType.LEFT, children: [run(line, { bold: isHead, size: 26 })] })),
  });
  return new Table({
    width: dxa(widths.reduce((sum, one) => sum + one, 0)), columnWidths: widths, borders,
    rows: [new TableRow({ tableHeader: true, children: head.map((text, at) => cell(text, at, true)) }), ...rows.map((row) => new TableRow({ children: row.map((text, at) => cell(text, at, false)) }))],
  });
}

/** Word wants a paragraph after a table within a cell: the smallest there is. */
const after = (): Paragraph => new Paragraph({ spacing: { line: 20, lineRule: 'exact' }, children: [] });

class FormRows {
  readonly #form: IndicatorForm;
  readonly rows: TableRow[] = [];

  constructor(form: IndicatorForm) {
    this.#form = form;
  }

  word(key: keyof typeof performanceWords): string {
    return this.#form.labels[key] ?? performanceWords[key];
  }

  add(key: keyof typeof performanceWords, content: readonly Block[] | string): void {
    const blocks = typeof content === 'string' ? typed(content) : content.length > 0 ? content : typed('');
    this.rows.push(new TableRow({
      children: [
        new TableCell({ width: dxa(labelWidth), margins: inset, children: [new Paragraph({ children: [run(this.word(key), { bold: true })] })] }),
        new TableCell({ width: dxa(textWidth), margins: inset, children: [...blocks] }),
      ],
    }));
  }

  across(words: string, content: readonly Block[]): void {
    this.rows.push(
      new TableRow({ children: [new TableCell({ columnSpan: 2, margins: inset, shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F0F0F0' }, children: [new Paragraph({ keepNext: true, children: [run(words, { bold: true })] })] })] }),
      new TableRow({ children: [new TableCell({ columnSpan: 2, margins: inset, children: [...content] })] }),
    );
  }

  years(values: IndicatorForm['baseline']): Block[] {
    if (values.length === 0) return [];
    return [grid(values.map(({ year }) => year), [values.map(({ value }) => value || '-')], values.map(() => 1), textWidth - mm(5), 'all'), after()];
  }

  people(people: IndicatorForm['supervisors']): Block[] {
    return people.flatMap(({ name, position, unit, phone }) => typed([name, position, unit, phone === '' ? '' : `${this.word('phone')} ${phone}`].filter((part) => part !== '').join(' ')));
  }
}

function targetsOf(form: IndicatorForm, words: FormRows): Block[] {
  const scores = [...new Set(form.targets.flatMap(({ rungs }) => rungs.map(({ score }) => score)))];
  const of = (pick: (target: IndicatorForm['targets'][number]) => string): string[] => form.targets.map((target) => pick(target) || '-');
  return [grid([words.word('targetItem'), ...form.targets.map(({ authority }) => authority)], [
    ...scores.map((score) => [`${words.word('scoreOf')} ${score}`, ...of(({ rungs }) => rungs.find((rung) => rung.score === score)?.value ?? '')]),
    [words.word('weight'), ...of(({ weight }) => weight)],
    [words.word('targetReason'), ...of(({ reason }) => reason)],
    [words.word('targetSource'), ...of(({ source }) => source)],
  ], [1, ...form.targets.map(() => 2)], labelWidth + textWidth - mm(5), 'none'), after()];
}

function rowsOf(form: IndicatorForm): TableRow[] {
  const words = new FormRows(form);
  words.add('indicator', typed(`${form.number}\u00a0${plain(form.name)}`, true));
  words.add('component', [form.component, form.guideline].filter((line) => line !== '').join('\n'));
  words.add('type', [form.type, form.direction].filter((fact) => fact !== '').join(' · '));
  words.add('measureUnit', form.unitOfMeasure);
  words.add('weight', form.weight);
  words.add('definition', form.definition);
  words.add('scope', form.scope);
  words.add('formula', form.formula);
  words.add('baseline', words.years(form.baseline));
  if (form.planned.length > 0) words.add('planned', words.years(form.planned));
  words.add('ladder', form.ladder ? [grid([words.word('round'), ...form.ladder.heads], form.ladder.rows.map(({ label, cells }) => [label, ...cells]), [1.2, ...form.ladder.heads.map(() => 1)], textWidth - mm(5), 'values'), after()] : []);
  if (form.targets.length > 0) words.across(words.word('targets'), targetsOf(form, words));
  words.add('conditions', form.conditions);
  words.add('collection', form.collection);
  words.add('sources', form.sources);
  words.add('links', form.links.map(({ label, text }) => `${label}: ${text.replaceAll(/\s+/g, ' ')}`).join('\n'));
  words.add('supervisors', words.people(form.supervisors));
  words.add('collectors', words.people(form.collectors));
  if (form.supporters.length > 0) words.add('supporters', form.supporters.join(', '));
  words.add('reason', form.reason);
  if (form.state !== '') words.add('state', form.state);
  return words.rows;
}

/**
 * The bytes of the .docx file of a form.
 * @throws when the form is not one that the renderer would take (`indicatorFormSchema`), which is a fault of the caller.
 */
export async function indicatorFormDocx(input: IndicatorFormInput): Promise<Uint8Array> {
  const form = indicatorFormSchema.parse(input);
  const signers = form.signers.flatMap(({ name, position, caption }) => ['', '', `(${name})`, plain(position), caption ?? ''].map((text) => new Paragraph({ alignment: AlignmentType.CENTER, indent: { left: mm(75) }, keepNext: true, children: [run(text)] })));
  const file = new Document({
    title: `${form.heading} ${form.number} ${plain(form.name)}`, creator: 'Krom', description: '',
    styles: { default: { document: { run: { font, size: 28, language: { value: 'th-TH', bidirectional: 'th-TH' } }, paragraph: { spacing: { after: 0, line: 240 } } } } },
    sections: [{
      properties: { page: { size: { width: mm(210), height: mm(297) }, pageNumbers: { formatType: NumberFormat.THAI_NUMBERS }, margin: { top: mm(20), left: mm(30), right: mm(20), bottom: mm(20) } } },
      footers: { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT], size: 26 })] })] }) },
      children: [
        centred(form.heading, 36, true), centred(form.agency, 32, false), centred(form.period, 32, false), after(),
        new Table({ width: dxa(labelWidth + textWidth), columnWidths: [labelWidth, textWidth], borders, rows: rowsOf(form) }),
        ...signers,
      ],
    }],
  });
  return await Packer.toBuffer(file);
}
