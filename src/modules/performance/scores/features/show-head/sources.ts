// What this room itself tells the head: late and due rounds, results in danger, what is new.
import { dayWords } from '../../../../../platform/when.ts';
import { localDate } from '../../../../../thai/index.ts';
import type { Language } from '../../../../../platform/words.ts';
import { scaledText } from '../../../domain/numbers.ts';
import { roundsOf, submissionsOf, type Round } from '../../../store/rounds.ts';
import type { Attention, AttentionSource } from '../../attention.ts';
import { foresee, standingOf, targetRung } from '../../domain/standing.ts';
import { shortUnit } from '../../load.ts';
import { valueWords } from '../../shown.tsx';
import { messages } from './messages.ts';

/** Owners that have not sent what an open round asks of them; what is due in more than a month is left alone. */
export const roundSource: AttentionSource = async (tx, { sheet, units, today, year, now }) => {
  if (sheet.cycle.state === 'closed') return [];
  const open = (await roundsOf(tx, sheet.cycle.id)).filter(({ closedAt }) => closedAt === null);
  const waiting = (await submissionsOf(tx, open.map(({ id }) => id))).filter(({ state }) => state === 'open' || state === 'returned');
  const inAMonth = new Date(now.getTime() + 30 * 86_400_000).toISOString().slice(0, 10);
  return open.flatMap((round: Round): Attention[] => {
    const late = round.dueOn < today;
    const wanted = new Set(waiting.filter(({ roundId }) => roundId === round.id).map(({ indicatorId }) => indicatorId));
    const missing = sheet.indicators.filter(({ id, state }) => wanted.has(id) && state !== 'cancelled');
    if (missing.length === 0 || (!late && round.dueOn > inAMonth)) return [];
    const owners = new Set(missing.flatMap((one) => one.units.filter(({ role }) => role === 'owner').map(({ unitId }) => shortUnit(units, unitId))));
    const said = (lang: Language) => messages.in(lang)(late ? 'lateRound' : 'dueRound', {
      units: [...owners].join(' '), keys: missing.map(({ key }) => key).join(', '), day: dayWords(lang, localDate(round.dueOn)),
      what: round.kind === 'form' ? messages.in(lang)('formRound') : messages.in(lang)('resultRound', { month: round.month ?? 0 }),
    });
    return [{ kind: late ? 'late' : 'due', words: { th: said('th'), en: said('en') }, href: `/performance/${year}/collect` }];
  });
};

/** Results below the lowest rung, and those that are expected to end below the target. */
// oxlint-disable-next-line require-await -- a source is asked as the others are
export const riskSource: AttentionSource = async (_tx, { sheet, year, month }) => sheet.lines.flatMap((line): Attention[] => {
  const { indicator, ladder } = line;
  const standing = standingOf(line, sheet.results, month);
  const common = { kind: 'risk' as const, key: indicator.key, href: `/performance/${year}/indicators/${indicator.key}` };
  if (standing === 'below') return [{ ...common, words: messages.words('below', { key: indicator.key, value: valueWords(line), low: scaledText(ladder?.rungs[0]?.value ?? 0n) }) }];
  const end = standing === 'short' && ladder ? foresee(line, sheet.results, { month }) : undefined;
  return end && ladder ? [{ ...common, words: messages.words('short', { key: indicator.key, value: scaledText(end.value), target: scaledText(targetRung(ladder).value) }) }] : [];
});

/** Values of the last seven days, in one line: the sheet tells each. */
// oxlint-disable-next-line require-await -- a source is asked as the others are
export const newsSource: AttentionSource = async (_tx, { sheet, year, now }) => {
  const since = now.getTime() - 7 * 86_400_000;
  const fresh = sheet.lines.filter(({ result }) => result && result.at.getTime() >= since && result.at.getTime() <= now.getTime());
  const told = fresh.map((line) => `${line.indicator.key} (${valueWords(line)})`).join(', ');
  return fresh.length === 0 ? [] : [{ kind: 'news', href: `/performance/${year}/scores`, words: messages.words('newResults', { n: fresh.length, keys: told }) }];
};
