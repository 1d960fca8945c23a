import { fail, type Failure } from '../../../../../platform/result.ts';
import type { Words } from '../../../../../platform/words.ts';
import type { OfficeCalendar } from '../../../../../thai/index.ts';
import { lookAtDueDay, type DueDayFinding } from '../../domain/rounds.ts';
import { daysWords } from '../../shown.tsx';
import { messages } from './messages.ts';

/** What is odd about a due day, in words; undefined when nothing is. */
export function dueDayWords({ flaws, better }: DueDayFinding): Words | undefined {
  if (flaws.length === 0) return undefined;
  const say = (lang: 'th' | 'en') => [...flaws.map((flaw) => messages.in(lang)(`flaw.${flaw}`)), ...(better ? [messages.in(lang)('suggest', { day: daysWords(better)[lang] })] : [])].join(lang === 'th' ? ' ' : '. ');
  return { th: say('th'), en: say('en') };
}

/** Refuses an odd due day until the person says that it is meant; a day that is over is refused in any case. */
export function refusalOfDueDay(calendar: OfficeCalendar, today: string, dueOn: string, sure: boolean): Failure | undefined {
  const finding = lookAtDueDay(calendar, today, dueOn);
  const words = dueDayWords(finding);
  const past = finding.flaws.includes('past');
  if (!words || (sure && !past)) return undefined;
  const ask = messages.words('sureAsk');
  const said = past ? words : { th: `${words.th} ${ask.th}`, en: `${words.en}. ${ask.en}` };
  return fail('DUE_DAY', said, { fields: { dueOn: said } });
}
