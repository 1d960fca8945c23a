import type { Words } from '../../../platform/words.ts';
import { messages } from './messages.ts';

/** Acts that the room writes to the trail, as an auditor reads them. */
export const acts: Readonly<Record<string, Words>> = {
  'performance.target-said': messages.words('act.said'),
  'performance.counting-authority-named': messages.words('act.counting'),
  'performance.question-asked': messages.words('act.question'),
  'performance.question-decided': messages.words('act.questionDecided'),
  'performance.question-withdrawn': messages.words('act.questionWithdrawn'),
  'performance.change-asked': messages.words('act.change'),
  'performance.change-decided': messages.words('act.changeDecided'),
  'performance.change-withdrawn': messages.words('act.changeWithdrawn'),
  'performance.calendar-changed': messages.words('act.calendar'),
  'performance.calendar-day-withdrawn': messages.words('act.calendarWithdrawn'),
  'performance.calendar-copied': messages.words('act.calendarCopied'),
  'performance.indicator-continued': messages.words('act.continued'),
  'performance.year-planned': messages.words('act.yearPlan'),
};
