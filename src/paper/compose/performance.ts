/** The form of an indicator, its report card and the book: to the data of `templates/form.typ` and `templates/performance-book.typ`. */
import type { BookChart, IndicatorForm, IndicatorFormFields, PerformanceBook, SarCard, SarCardFields } from '../performance-documents.ts';
import type { PaperText } from '../text-schemas.ts';
import { blockElements, centred, paragraph, signatureLines } from './elements.ts';
import { performanceWords } from './performance-words.ts';
import { sheetText } from './words.ts';
import type { Composer, Word } from './words.ts';

type Text = { kind: 'text'; w: Word[]; hang: boolean; bold?: true };
type Grid = { kind: 'grid'; head: Word[][]; widths: number[]; rows: Word[][][]; centred: boolean[] };
type Cell = Text | Grid;
/** `long`: the row may go on overleaf; a short one stands on one page. */
type Row = { label: Word[]; cells: Cell[]; long: boolean } | { across: Word[] } | { title: Word[]; wide: Cell[]; long: boolean };

/** Room of the right column in cm, and of letters of 14 points in it. */
const ROOM = 11.2;
const SCALE = 14 / 16;
const PADDING = 0.3;

class FormComposer {
  readonly composer: Composer;
  readonly #labels: Readonly<Record<string, string>>;

  constructor(composer: Composer, labels: Readonly<Record<string, string>>) {
    this.composer = composer;
    this.#labels = labels;
  }

  /** The word of a field: as this document has it, else the usual one. */
  word(key: keyof typeof performanceWords): string {
    return this.#labels[key] ?? performanceWords[key];
  }

  words(text: PaperText, room = ROOM): Word[] {
    return this.composer.words(text, room, SCALE);
  }

  row(key: keyof typeof performanceWords, cells: readonly Cell[]): Row {
    return { label: this.words(this.word(key), 4), cells: cells.length > 0 ? [...cells] : this.text(''), long: linesOf(cells) > 8 };
  }

  /** A part over both columns under its title; a short one stands on one page with it. */
  wide(key: keyof typeof performanceWords, cells: readonly Cell[]): Row {
    return { title: this.words(this.word(key), 15), wide: cells.length > 0 ? [...cells] : this.text('', 15), long: linesOf(cells) > 16 };
  }

  /** Lines as they were typed; nothing is a dash. */
  text(text: string, room = ROOM): Text[] {
    const lines = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '');
    return (lines.length > 0 ? lines : ['-']).map((line) => ({ kind: 'text', w: this.words(line, room), hang: /^(?:[-–•]|(?:\(?[\d๐-๙]+(?:\.[\d๐-๙]+)*[.)]))\s/.test(line) }));
  }

  grid(head: readonly string[], rows: ReadonlyArray<readonly PaperText[]>, widths: readonly number[], centredColumns: readonly boolean[] = [], room = ROOM): Grid {
    const total = widths.reduce((sum, width) => sum + width, 0);
    const cell = (text: PaperText, at: number): Word[] => this.words(text, (room * (widths[at] ?? 1)) / total - PADDING);
    return { kind: 'grid', head: head.map(cell), widths: [...widths], rows: rows.map((row) => row.map(cell)), centred: widths.map((_, at) => centredColumns[at] ?? false) };
  }

  ladder(ladder: IndicatorFormFields['ladder'], room = ROOM): Cell[] {
    if (!ladder) return [];
    return [this.grid([this.word('round'), ...ladder.heads], ladder.rows.map((row) => [row.label, ...row.cells]), [1.2, ...ladder.heads.map(() => 1)], [false, ...ladder.heads.map(() => true)], room)];
  }

  people(people: IndicatorFormFields['supervisors']): Cell[] {
    return people.map((person) => ({
      kind: 'text', hang: false,
      w: [...this.composer.whole(person.name, 8), ...this.words([person.position, person.unit, person.phone === '' ? '' : `${this.word('phone')}\u00a0${person.phone.replaceAll(' ', '\u00a0')}`].filter((part) => part !== '').map((part) => ` ${part}`).join(' '))].map((word, at, all) => (at === 0 && all.length > 1 ? spaced(word) : word)),
    }));
  }

  evidence(evidence: SarCardFields['evidence'], room: number): Cell[] {
    if (evidence.length === 0) return [];
    return [this.grid([this.word('evidenceNumber'), this.word('evidenceName'), this.word('evidenceDate'), this.word('evidencePlace')],
      evidence.map(({ number, name, date, place }, at) => [number === '' ? String(at + 1) : number, name, date, place]), [0.9, 4.6, 1.8, 2.7], [true], room)];
  }
}

const lettersOf = (word: Word): number => (typeof word === 'string' ? word.length : word.p.reduce((sum, { t }) => sum + t.length, 0));
/** About how many lines cells take. */
const linesOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + (cell.kind === 'grid'
  ? cell.rows.reduce((lines, row) => lines + Math.max(1, ...row.map((words) => Math.ceil(words.reduce((letters, word) => letters + lettersOf(word), 0) / 30))), 1)
  : Math.ceil(cell.w.reduce((letters, word) => letters + lettersOf(word), 0) / 60)), 0);
const spaced = (word: Word): Word => (typeof word === 'string' ? `${word} ` : { ...word, s: true });

const named = (form: FormComposer, fields: { number: string; name: PaperText }): Cell[] =>
  [{ kind: 'text', hang: false, bold: true, w: [...form.words(fields.number), ...form.words(fields.name)].map((word, at) => (at === 0 ? spaced(word) : word)) }];

/** Rows of the form of an indicator, in the order of the official one. */
function formRows(form: FormComposer, fields: IndicatorFormFields): Row[] {
  const facts = [fields.type, fields.direction].filter((fact) => fact !== '').join(' · ');
  const heads = fields.targets.map(({ authority }) => authority);
  const scores = [...new Set(fields.targets.flatMap(({ rungs }) => rungs.map(({ score }) => score)))];
  const of = (pick: (target: IndicatorFormFields['targets'][number]) => string): string[] => fields.targets.map((target) => pick(target) || '-');
  return [
    form.row('indicator', named(form, fields)),
    form.row('component', form.text([fields.component, fields.guideline].filter((line) => line !== '').join('\n'))),
    form.row('type', form.text(facts)),
    form.row('measureUnit', form.text(fields.unitOfMeasure)),
    form.row('weight', form.text(fields.weight)),
    form.row('definition', form.text(fields.definition)),
    form.row('scope', form.text(fields.scope)),
    form.row('formula', form.text(fields.formula)),
    form.row('baseline', fields.baseline.length > 0 ? [form.grid(fields.baseline.map(({ year }) => year), [fields.baseline.map(({ value }) => value || '-')], fields.baseline.map(() => 1), fields.baseline.map(() => true))] : []),
    ...(fields.planned.length > 0 ? [form.row('planned', [form.grid(fields.planned.map(({ year }) => year), [fields.planned.map(({ value }) => value || '-')], fields.planned.map(() => 1), fields.planned.map(() => true))])] : []),
    form.row('ladder', form.ladder(fields.ladder)),
    ...(fields.targets.length > 0 ? [
      form.wide('targets', [form.grid([form.word('targetItem'), ...heads], [
        ...scores.map((score) => [`${form.word('scoreOf')} ${score}`, ...of(({ rungs }) => rungs.find((rung) => rung.score === score)?.value ?? '')]),
        [form.word('weight'), ...of(({ weight }) => weight)],
        [form.word('targetReason'), ...of(({ reason }) => reason)],
        [form.word('targetSource'), ...of(({ source }) => source)],
      ], [1, ...heads.map(() => 2)], [], 15.6)]),
    ] : []),
    form.row('conditions', form.text(fields.conditions)),
    form.row('collection', form.text(fields.collection)),
    form.row('sources', form.text(fields.sources)),
    form.row('links', fields.links.flatMap(({ label, text }) => form.text(`${label}: ${text.replaceAll(/\s+/g, ' ')}`))),
    form.row('supervisors', form.people(fields.supervisors)),
    form.row('collectors', form.people(fields.collectors)),
    ...(fields.supporters.length > 0 ? [form.row('supporters', form.text(fields.supporters.join(', ')))] : []),
    form.row('reason', form.text(fields.reason)),
    ...(fields.state === '' ? [] : [form.row('state', form.text(fields.state))]),
  ];
}

/** Rows of the report card. */
function cardRows(form: FormComposer, fields: SarCardFields): Row[] {
  return [
    form.row('indicator', named(form, fields)),
    form.row('round', form.text(`${fields.round} ${fields.period}`)),
    form.row('weight', form.text(fields.weight)),
    ...(fields.ladder ? [form.row('ladder', form.ladder(fields.ladder))] : []),
    { across: form.words(form.word('resultPart'), 15) },
    form.row('result', [{ kind: 'text', w: form.words(fields.result), hang: false, bold: true }, ...(fields.resultDetail === '' ? [] : form.text(fields.resultDetail)), ...(fields.unitOfMeasure === '' ? [] : form.text(`(${form.word('measureUnit')}: ${fields.unitOfMeasure})`))]),
    form.row('calculation', form.text(fields.calculation)),
    form.row('score', [{ kind: 'text', w: form.words(fields.score), hang: false, bold: true }, ...(fields.weighted === '' ? [] : form.text(`${form.word('weighted')} ${fields.weighted}`))]),
    { across: form.words(form.word('accountPart'), 15) },
    form.row('measures', form.text(fields.measures)),
    form.row('supporting', form.text(fields.supporting)),
    form.row('problems', form.text(fields.problems)),
    form.row('suggestions', form.text(fields.suggestions)),
    form.wide('evidence', form.evidence(fields.evidence, 15.6)),
    ...(fields.reporters.length > 0 ? [form.row('reporters', form.people(fields.reporters))] : []),
  ];
}

export function indicatorForm(document: IndicatorForm, composer: Composer): Record<string, unknown> {
  const form = new FormComposer(composer, document.labels);
  return sheet(document, composer, [document.agency, document.period], formRows(form, document));
}

export function sarCard(document: SarCard, composer: Composer): Record<string, unknown> {
  const form = new FormComposer(composer, document.labels);
  return sheet(document, composer, [document.agency, `${document.round} ${document.period}`], cardRows(form, document));
}

function sheet(document: IndicatorForm | SarCard, composer: Composer, lines: readonly string[], rows: readonly Row[]): Record<string, unknown> {
  return {
    head: [centred(composer, document.heading, { bold: true, size: 18 }), ...lines.map((line) => centred(composer, line))],
    rows,
    signatures: document.signers.map((signer, at) => signatureLines(composer, signer, `signer-${at + 1}`, true)),
  };
}

/** Names that must not be broken: owners and reporters. */
export function performanceNames(document: IndicatorForm | SarCard | PerformanceBook): string[] {
  if (document.kind === 'indicator-form') return [...document.supervisors, ...document.collectors, ...document.signers].map(({ name }) => name);
  if (document.kind === 'sar-card') return [...document.reporters, ...document.signers].map(({ name }) => name);
  return document.chapters.flatMap(({ form, card }) => [...(form?.supervisors ?? []), ...(form?.collectors ?? []), ...(card?.reporters ?? [])].map(({ name }) => name));
}

export function performanceTitle(document: IndicatorForm | SarCard | PerformanceBook): PaperText {
  if (document.kind === 'performance-book') return `${document.heading} ${document.agency} ${document.period}`;
  return `${document.heading} ${document.number} ${sheetText(document.name)}`;
}

/** A heading: `text` for bookmarks of the file, words for the sheet. `mark` names its place for the contents. */
const heading = (composer: Composer, mark: string, level: 1 | 2, text: PaperText) => ({ mark, level, text: sheetText(text), w: composer.words(text, 15), contents: composer.words(text, 13.5) });

export function performanceBook(document: PerformanceBook, composer: Composer): Record<string, unknown> {
  const form = new FormComposer(composer, document.labels);
  const summary = document.summary;
  const head = [form.word('bookNumber'), form.word('bookName'), form.word('weight'), form.word('bookResult'), form.word('bookScore'), form.word('weighted')];
  const widths = [1, 5, 1.5, 2.9, 1.9, 2.9];
  const cell = (text: PaperText, at: number): Word[] => form.words(text, (16 * (widths[at] ?? 1)) / 15.2 - PADDING);
  return {
    cover: {
      heading: composer.words(document.heading, 15, 26 / 16), agency: composer.words(document.agency, 15, 22 / 16), period: composer.words(document.period, 15, 22 / 16),
      lines: document.coverLines.map((line) => composer.words(line, 15)),
    },
    contentsHeading: composer.words(form.word('contents')), pageHead: composer.words(form.word('page')),
    summary: {
      heading: heading(composer, 'summary', 1, form.word('summary')),
      intro: blockElements(composer, summary.intro),
      head: head.map(cell), widths,
      rows: summary.rows.map((row) => ('across' in row ? { across: form.words(row.across, 15) } : { cells: [row.number, row.name, row.weight, row.result, row.score, row.weighted].map(cell) })),
      total: [form.words(form.word('total'), 6), cell(summary.total.weight, 2), cell('', 3), cell(summary.total.score, 4), cell(summary.total.weighted, 5)],
      notes: summary.notes.map((line) => paragraph(composer, line, { first: 0, above: 3 })),
      charts: summary.charts.map((chart) => drawn(composer, chart)),
    },
    chapters: document.chapters.map((chapter, at) => ({
      heading: heading(composer, `chapter-${at + 1}`, 1, `${form.word('chapter')} ${chapter.number} ${sheetText(chapter.name)}`),
      parts: [
        ...(chapter.form ? [{ heading: heading(composer, `form-${at + 1}`, 2, form.word('formPart')), rows: formRows(form, chapter.form) }] : []),
        ...(chapter.card ? [{ heading: heading(composer, `card-${at + 1}`, 2, form.word('cardPart')), rows: cardRows(form, chapter.card) }] : []),
      ],
      charts: chapter.charts.map((chart) => drawn(composer, chart)),
    })),
    annexes: document.annexes.length === 0 ? null : {
      heading: heading(composer, 'annexes', 1, form.word('annexes')),
      rows: document.annexes.map(({ number, name, note }) => [form.words(number, 1.5), form.words(name, 9.5), form.words(note, 4)]),
      head: [form.words(form.word('evidenceNumber'), 1.5), form.words(form.word('annexName'), 9.5), form.words(form.word('annexNote'), 4)],
    },
  };
}

function drawn(composer: Composer, chart: BookChart): Record<string, unknown> {
  const caption = composer.words(chart.caption, 15);
  const small = (text: string, room = 6): Word[] => composer.words(text, room, 12 / 16);
  if (chart.kind === 'bars') {
    return {
      kind: 'bars', caption, max: chart.max, marks: chart.marks.map(({ at, words }) => ({ at, w: small(words) })),
      rows: chart.rows.map(({ label, value, rest, of, words }) => ({ label: small(label, 5.8), value: value ?? 0, rest, of: of ?? chart.max, w: small(words, 3) })),
    };
  }
  return {
    kind: 'drawing', caption, alt: sheetText(chart.alt), width: chart.width, height: chart.height, svg: chart.svg,
    labels: chart.labels.map(({ words, ...place }) => ({ ...place, w: composer.whole(words, 10) })),
    legend: chart.legend.map(({ svg, words }) => ({ svg, alt: sheetText(words), w: small(words) })),
  };
}
