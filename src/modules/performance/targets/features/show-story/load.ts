import type { Actor } from '../../../../../platform/access/actor.ts';
import type { ReadTx } from '../../../../../platform/db/database.ts';
import { checkYearSaid } from '../../../domain/framework/check-indicators.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { Sheet } from '../../../sheet.ts';
import type { Indicator } from '../../../store/indicators.ts';
import { standingOf } from '../../access.ts';
import { lowerThanBefore, type LastYear } from '../../domain/last-year.ts';
import { authorities, lastLadder, openOf, type Authority, type Open, type Standing } from '../../domain/stages.ts';
import { lineOf, supposed } from '../../score.ts';
import type { Asked } from '../../shown.tsx';
import { changesOfIndicator, type ChangeRequest } from '../../store/changes.ts';
import { questionsOf, type Question } from '../../store/questions.ts';
import { countingOf, wordsOf, type CountingWord, type StoredWord } from '../../store/targets.ts';
import { lastYears, yearPlans, yearsOf, type YearIndicator, type YearPlan } from '../../store/years.ts';

/** A word with the sheet as it would be under it; undefined where it says nothing that changes a score. */
export interface ScoredWord extends StoredWord {
  readonly sheet: Sheet | undefined;
}

/** What an authority has come to, asked or decided. */
export interface Side {
  readonly authority: Authority;
  readonly counts: boolean;
  /** The last word that named targets. */
  readonly word: StoredWord | undefined;
  readonly sheet: Sheet | undefined;
}

export interface Story {
  readonly sheet: Sheet;
  readonly indicator: Indicator;
  readonly asked: Asked;
  readonly words: readonly ScoredWord[];
  readonly sides: readonly Side[];
  readonly counting: Authority;
  readonly named: CountingWord | undefined;
  readonly open: readonly Open[];
  readonly findings: readonly Finding[];
  readonly lastYear: LastYear | undefined;
  readonly questions: readonly Question[];
  readonly changes: readonly ChangeRequest[];
  readonly years: readonly YearIndicator[];
  readonly plans: readonly (YearPlan & { readonly indicatorId: number })[];
  readonly standing: Standing;
}

/** Everything that was said about the targets of a line, with the score of one and the same result under each word. */
export async function readStory(tx: ReadTx, sheet: Sheet, indicator: Indicator, asked: Asked, actor: Actor): Promise<Story> {
  const words = await wordsOf(tx, indicator.id);
  const named = (await countingOf(tx, indicator.id)).at(-1);
  const counting = named?.authority ?? 'opdc';
  const lastYear = (await lastYears(tx, sheet.cycle.id)).get(indicator.id);
  const years = await yearsOf(tx, indicator.id);
  const under = ({ ladder, weight }: Pick<StoredWord, 'ladder' | 'weight'>) => (ladder === null && weight === null ? undefined : supposed(sheet, { indicatorIds: [indicator.id], ladder, weight, value: asked.value }));
  const sides = authorities.map((authority): Side => {
    const word = words.findLast((one) => one.authority === authority && one.ladder !== null);
    return { authority, counts: authority === counting, word, sheet: word && under(word) };
  });
  const latest = lastLadder(words, counting) ?? indicator.ladder;
  const yearsSaid = [...new Set(words.flatMap(({ yearSaid }) => (yearSaid === null ? [] : [yearSaid])))];
  return {
    sheet: asked.value === undefined ? sheet : supposed(sheet, { indicatorIds: [indicator.id], value: asked.value }),
    indicator, asked, sides, counting, named, lastYear, years,
    words: words.map((word) => ({ ...word, sheet: under(word) })),
    open: sheet.cycle.state === 'closed' || indicator.state === 'cancelled' ? [] : openOf(words, counting),
    findings: [...lowerThanBefore(latest, indicator.better, lastYear, 'ladder'), ...yearsSaid.flatMap((said) => checkYearSaid(sheet.framework, said))],
    questions: (await questionsOf(tx, sheet.cycle.id)).filter(({ indicatorIds }) => indicatorIds.includes(indicator.id)),
    changes: await changesOfIndicator(tx, indicator.id),
    plans: await yearPlans(tx, years.map(({ indicatorId }) => indicatorId)),
    standing: standingOf(actor, sheet.cycle, indicator),
  };
}

/** The value that the scores of a story go by. */
export const valueOf = ({ sheet, indicator, asked }: Story) => asked.value ?? lineOf(sheet, indicator.id)?.result?.value ?? undefined;
