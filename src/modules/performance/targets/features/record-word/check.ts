// What was typed, read and checked; the same for the action and for the page that is shown again.
import type { ReadTx } from '../../../../../platform/db/database.ts';
import { scaled, type Scaled } from '../../../domain/numbers.ts';
import { checkYearSaid } from '../../../domain/framework/check-indicators.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { FormValues } from '../../../../../platform/forms/form.ts';
import type { Words } from '../../../../../platform/words.ts';
import type { Sheet } from '../../../sheet.ts';
import type { Indicator, LadderData } from '../../../store/indicators.ts';
import { lowerThanBefore } from '../../domain/last-year.ts';
import { ladderText, readLadder, readWeight, turned } from '../../domain/read-ladder.ts';
import { typedLadder } from '../../ladder-fields.tsx';
import { lastYears } from '../../store/years.ts';
import type { wordForm } from './form.ts';
import { messages } from './messages.ts';

export interface Checked {
  readonly ladder: LadderData | null;
  readonly weight: Scaled | null;
  readonly findings: readonly Finding[];
  /** Words at fields that cannot be read at all. */
  readonly unread: Readonly<Record<string, Words>>;
}

const isReversed = ({ code }: Finding): boolean => code.startsWith('LADDER_REVERSED');

/** Repair of a ladder that runs the wrong way: its values turned round. */
const withTurn = (finding: Finding, ladder: LadderData): Finding => (isReversed(finding) ? { ...finding, repair: ladderText(turned(ladder)) } : finding);

/** Reads a proposal; a repair that was pressed is done first. */
export async function checkWord(tx: ReadTx, sheet: Sheet, indicator: Indicator, input: Omit<FormValues<typeof wordForm>, 'decidedOn' | 'reason'>): Promise<Checked> {
  const sum = sheet.framework.weightSum === null ? undefined : scaled(sheet.framework.weightSum);
  let ladder = readLadder(typedLadder(input), indicator);
  if (input.repair === 'all' && ladder.ladder && ladder.findings.some(isReversed)) ladder = readLadder({ ...typedLadder(input), values: placed(input, turned(ladder.ladder).values) }, indicator);
  let weight = readWeight(input.weight, sum);
  if (input.repair === 'all') {
    const meant = weight.findings.find(({ repair }) => repair !== undefined)?.repair;
    if (meant !== undefined) weight = readWeight(meant, sum);
  }
  const before = (await lastYears(tx, sheet.cycle.id)).get(indicator.id);
  return {
    ladder: ladder.ladder,
    weight: weight.weight,
    unread: { ...ladder.unread, ...(weight.unread ? { weight: weight.unread } : {}) },
    findings: [
      ...ladder.findings.map((finding) => (ladder.ladder ? withTurn(finding, ladder.ladder) : finding)), ...weight.findings,
      ...lowerThanBefore(ladder.ladder, indicator.better, before, ['v4', 'v3', 'v2', 'v1', 'v0'].find((field) => (input[field as 'v0'] ?? '') !== '') ?? 'v0'),
      ...(input.yearSaid === undefined ? [] : checkYearSaid(sheet.framework, input.yearSaid).map((finding) => ({ ...finding, field: 'yearSaid', repair: String(sheet.cycle.fiscalYear) }))),
    ],
  };
}

type Fields = Readonly<Record<'v0' | 'v1' | 'v2' | 'v3' | 'v4', string | undefined>>;

/** Values put back into the fields that were filled, in their order. */
function placed(input: Fields, values: readonly string[]): Fields {
  let at = 0;
  const next = (field: keyof Fields) => ((input[field] ?? '').trim() === '' ? undefined : values[at++]);
  return { v0: next('v0'), v1: next('v1'), v2: next('v2'), v3: next('v3'), v4: next('v4') };
}

/** Words at the fields of a form that is sent back: what cannot be read, then errors, then what must be looked at. */
export const fieldWords = ({ findings, unread }: Checked): Record<string, Words> => ({ ...Object.fromEntries(findings.toReversed().map(({ field, words }) => [field, words])), ...unread });

/** What the repair button does, all at one press; undefined where nothing has one likely answer. */
export function repairWords(findings: readonly Finding[]): Words | undefined {
  const said = findings.flatMap((finding) => {
    if (finding.repair === undefined) return [];
    if (finding.field === 'weight') return [messages.words('useWeight', { weight: finding.repair })];
    return isReversed(finding) ? [messages.words('turn', { values: finding.repair })] : [];
  });
  if (said.length === 0) return undefined;
  return { th: messages.in('th')('mendAll', { repairs: said.map(({ th }) => th).join(' ') }), en: messages.in('en')('mendAll', { repairs: said.map(({ en }) => en).join(', ') }) };
}
