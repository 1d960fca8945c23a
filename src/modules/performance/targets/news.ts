import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { NewsKind } from '../../../platform/notify/news-kind.ts';
import { notify } from '../../../platform/notify/notify.ts';
import type { Words } from '../../../platform/words.ts';
import { clerksOfUnit, headOfUnit } from '../../organisation/index.ts';
import { scaledText } from '../domain/numbers.ts';
import type { Indicator } from '../store/indicators.ts';
import { ladderText } from './domain/read-ladder.ts';
import type { TargetWord } from './domain/stages.ts';
import { messages } from './messages.ts';
import { lineHref } from './params.ts';

/** Targets changed from above, and what became of requests. */
export const targetNews: NewsKind = { key: 'performance.targets', title: messages.words('newsKind'), about: messages.words('newsAbout'), usual: { mail: 'digest', line: 'off' } };

/** Heads and records clerks of the owning units. */
async function peopleOfOwners(tx: ReadTx, { units }: Pick<Indicator, 'units'>, today: string): Promise<number[]> {
  const people: number[] = [];
  for (const { unitId } of units.filter(({ role }) => role === 'owner')) {
    const head = await headOfUnit(tx, unitId, today);
    people.push(...(head ? [head.personId] : []), ...(await clerksOfUnit(tx, unitId, today)).map(({ personId }) => personId));
  }
  return people;
}

/** Tells the owners of an indicator; never the person who did it. */
export async function tellOwners(tx: Tx, indicator: Pick<Indicator, 'units'>, words: Words, href: string, today: string): Promise<void> {
  await notify(tx, (await peopleOfOwners(tx, indicator, today)).filter((id) => id !== tx.actor.id), words, href, { kind: targetNews });
}

/** Tells the owners where a word of the OPDC, the committee or the last one sets something else than what stood. */
export async function tellChanged(tx: Tx, fiscalYear: number, indicator: Pick<Indicator, 'key' | 'units' | 'ladder' | 'weight'>, word: Pick<TargetWord, 'stage' | 'ladder' | 'weight'>, today: string): Promise<void> {
  if (!['opdc', 'committee', 'final'].includes(word.stage)) return;
  const [old, next] = [ladderText(indicator.ladder), ladderText(word.ladder)];
  const { key } = indicator;
  const stage = messages.words(`stage.${word.stage}`);
  const said = (name: 'notice.changed' | 'notice.weight', from: string, to: string): Words =>
    ({ th: messages.in('th')(name, { stage: stage.th, key, old: from || '-', new: to }), en: messages.in('en')(name, { stage: stage.en, key, old: from || '-', new: to }) });
  const href = lineHref(fiscalYear, key);
  if (word.ladder && next !== old) await tellOwners(tx, indicator, said('notice.changed', old, next), href, today);
  if (word.weight !== null && word.weight !== indicator.weight) await tellOwners(tx, indicator, said('notice.weight', indicator.weight === null ? '' : scaledText(indicator.weight), scaledText(word.weight)), href, today);
}
