// Start and end of the meeting against each other and against the plan.
import { findingAt } from './finding.ts';
import type { Finding, Rule } from './finding.ts';

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

export const meetingTime: Rule = {
  code: 'meeting-time',
  check(document, context) {
    const { plannedStart, plannedEnd, actualStart, actualEnd } = document.header;
    const at = (field: string) => ({ ref: { lineId: 'header', field }, place: { area: 'time' as const, index: 0 } });
    const findings: Finding[] = [];
    if (plannedEnd <= plannedStart) findings.push(findingAt('meeting-time', at('plannedEnd'), 'error', 'time-order', { from: plannedStart, to: plannedEnd }));
    if (actualEnd <= actualStart) findings.push(findingAt('meeting-time', at('actualEnd'), 'error', 'time-order', { from: actualStart, to: actualEnd }));
    const late = minutes(actualEnd) - minutes(plannedEnd);
    if (actualEnd > actualStart && plannedEnd > plannedStart && Math.abs(late) > context.parameters.endToleranceMinutes) {
      findings.push(findingAt('meeting-time', at('actualEnd'), 'ask', late < 0 ? 'time-early' : 'time-late', { actual: actualEnd, planned: plannedEnd, minutes: Math.abs(late) }));
    }
    return findings;
  },
};
