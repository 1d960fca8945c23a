// What stands in the yearly book, in the words in which it is printed: gathered from the sheet, the forms, the targets,
// the report cards and their evidence. Nothing here is computed anew: scores are those of the sheet.
import type { ReadTx } from '../../../platform/db/database.ts';
import type { EvidenceLine } from '../../../platform/evidence/evidence-links.ts';
import { formatDate, localDate } from '../../../thai/index.ts';
import { unitsActiveOn } from '../../organisation/index.ts';
import { cardFields } from '../collecting/domain/merge-card.ts';
import type { CollectingHouse } from '../collecting/house.ts';
import { messages as cardMessages } from '../collecting/messages.ts';
import { evidenceOf } from '../collecting/report-data.ts';
import { cardOf } from '../collecting/store/cards.ts';
import { stepsOf } from '../collecting/store/steps.ts';
import { submissionOf } from '../collecting/store/submissions.ts';
import { allComponents } from '../domain/framework/framework.ts';
import { scaledText } from '../domain/numbers.ts';
import { printedFields } from '../indicators/fields-paper.ts';
import { formsOf, linksOf } from '../indicators/store/forms.ts';
import { classWords, fractionText, scoreText, totalText, valueWords, whyLines } from '../scores/shown.tsx';
import { readSheet, type Sheet } from '../sheet.ts';
import type { Cycle } from '../store/cycles.ts';
import { roundsOf } from '../store/rounds.ts';
import { messages } from './messages.ts';

export interface BookField {
  readonly label: string;
  readonly text: string;
}

export interface BookLine {
  readonly key: string;
  readonly name: string;
  /** Of the component that it stands in, as printed. */
  readonly component: string;
  readonly weight: string;
  readonly value: string;
  readonly score: string;
  readonly weighted: string;
}

export interface BookEvidence {
  readonly title: string;
  readonly day: string;
  /** SHA-256 of the content when it was given. */
  readonly hash: string;
  /** It reads otherwise today than when it was given. */
  readonly changed: boolean;
}

export interface BookChapter extends Pick<BookLine, 'key' | 'name' | 'weight'> {
  readonly owners: string;
  readonly form: readonly BookField[];
  /** How the score came about, a sentence each. */
  readonly why: readonly string[];
  readonly value: string;
  readonly score: string;
  readonly card: readonly BookField[];
  readonly evidence: readonly BookEvidence[];
}

export interface BookContent {
  readonly agency: string;
  readonly fiscalYear: number;
  readonly framework: string;
  /** `รอบ 12 เดือน` */
  readonly round: string;
  readonly asOf: string;
  readonly total: string;
  readonly className: string;
  readonly components: readonly { readonly name: string; readonly weight: string }[];
  readonly lines: readonly BookLine[];
  readonly chapters: readonly BookChapter[];
  readonly missing: number;
}

const filled = (fields: readonly BookField[]): BookField[] => fields.filter(({ text }) => text.trim() !== '');

const evidenceLine = ({ title, date, contentHash, state }: EvidenceLine): BookEvidence => ({
  title: title ?? messages.th.unseen, day: formatDate(localDate(date), { style: 'short' }), hash: contentHash, changed: state === 'changed',
});

/**
 * Gathers the book of a year as it stands after `month` months. Read as the system: the book of the department has every
 * chapter, whoever asked for it.
 */
export async function gatherBook(tx: ReadTx, cycle: Cycle, month: number, house: CollectingHouse, today: string): Promise<{ readonly content: BookContent; readonly sheet: Sheet }> {
  const sheet = await readSheet(tx, cycle, month);
  const { framework, indicators } = sheet;
  const units = new Map((await unitsActiveOn(tx, today)).map((unit) => [unit.id, unit]));
  const forms = await formsOf(tx, indicators);
  const components = allComponents(framework);
  const round = (await roundsOf(tx, cycle.id)).find((one) => one.kind === 'result' && one.month === month);
  const lines = sheet.lines.map((line): BookLine => ({
    key: line.indicator.key, name: line.indicator.name, component: components.find(({ key }) => key === line.indicator.component)?.name.th ?? line.indicator.component,
    weight: line.indicator.weight === null ? '–' : scaledText(line.indicator.weight), value: valueWords(line), score: line.explanation ? scoreText(sheet, line.explanation.shown) : '–',
    weighted: line.weighted.weighted ? fractionText(sheet, line.weighted.weighted) : '–',
  }));
  const chapters: BookChapter[] = [];
  for (const [at, line] of sheet.lines.entries()) {
    const { indicator } = line;
    const form = forms.get(indicator.id);
    const submission = round && await submissionOf(tx, round.id, indicator.id);
    const card = round && await cardOf(tx, indicator.id, round.id);
    const printed = form ? printedFields({ cycle, framework, all: indicators, indicator }, form, await linksOf(tx, indicator.id), units) : [];
    chapters.push({
      ...(lines[at] as BookLine),
      owners: indicator.units.filter(({ role }) => role === 'owner').map(({ unitId }) => units.get(unitId)?.name ?? '').filter(Boolean).join(' '),
      form: filled(printed.filter(({ code }) => !['key', 'name', 'weight'].includes(code)).map(({ name, text }) => ({ label: name.th, text }))),
      why: whyLines(sheet, line, 'th'),
      card: card ? filled(cardFields.map((field) => ({ label: cardMessages.th[`card.${field}`], text: card.content[field] }))) : [],
      evidence: (await evidenceOf(tx, house, submission?.id, await stepsOf(tx, indicator.id))).map(evidenceLine),
    });
  }
  return {
    sheet,
    content: {
      agency: units.get(cycle.departmentId)?.name ?? '', fiscalYear: cycle.fiscalYear, framework: framework.name.th, round: messages.th.round.replace('{month}', String(month)),
      asOf: formatDate(localDate(today), { style: 'long' }), total: totalText(sheet), className: sheet.reached ? classWords(sheet, sheet.reached.key, 'th') : messages.th.openClass,
      components: framework.components.map(({ key, name, weight }) => ({ name: `${key} ${name.th}`, weight: weight ?? '–' })), lines, chapters,
      missing: sheet.total?.missing.length ?? sheet.lines.filter(({ explanation }) => !explanation).length,
    },
  };
}
