// News of a certification to those concerned, in the transaction of what happened.
import type { Tx } from '../../../platform/db/database.ts';
import { notify } from '../../../platform/notify/notify.ts';
import type { Words } from '../../../platform/words.ts';
import { certificationNews } from '../news.ts';
import { dayText, numberText } from '../shown.ts';
import type { AnswerRow, CirculationRow } from '../store/circulations.ts';
import type { MeetingRow } from '../store/meetings.ts';
import type { MinutesRow } from '../store/minutes.ts';
import { certifyHref, circulationHref } from './facts.ts';
import { messages } from './messages.ts';
import { peopleBehind, secretariatPeople } from './office.ts';

type Key = Parameters<typeof messages.words>[0];

/** Words with the meeting's number: " ครั้งที่ 1/2563". */
function words(key: Key, meeting: Pick<MeetingRow, 'number' | 'yearBe'>, th: Record<string, string | number> = {}, en: Record<string, string | number> = th): Words {
  const number = numberText(meeting);
  return { th: messages.in('th')(key, { meeting: ` ครั้งที่ ${number}`, ...th }), en: messages.in('en')(key, { meeting: ` no. ${number}`, ...en }) };
}

const date = (day: string) => [{ date: dayText('th', day) }, { date: dayText('en', day) }] as const;

/** Asks the addressees, or reminds them. */
export async function tellAddressees(tx: Tx, meeting: MeetingRow, circulation: Pick<CirculationRow, 'respondBy'>, answers: readonly AnswerRow[], key: 'toAnswer' | 'reminder', day: string): Promise<void> {
  for (const answer of answers) {
    const people = await peopleBehind(tx, [answer], day);
    await notify(tx, people.filter((id) => id !== tx.actor.id), words(key, meeting, ...date(circulation.respondBy)), certifyHref(meeting.id, answer.id), { kind: certificationNews });
  }
}

export async function tellSecretariat(tx: Tx, meeting: MeetingRow, minutes: MinutesRow, key: 'answered' | 'answeredLate' | 'closedToDecide' | 'certifiedNotice', params: { th: Record<string, string | number>; en: Record<string, string | number> }, day: string): Promise<void> {
  const people = await secretariatPeople(tx, minutes, day);
  const href = circulationHref(meeting.id, key === 'closedToDecide' ? '/suggestions' : '/circulation');
  await notify(tx, people.filter((id) => id !== tx.actor.id), words(key, meeting, params.th, params.en), href, { kind: certificationNews });
}

/** Tells all addressees how it ended. */
export async function tellOutcome(tx: Tx, meeting: MeetingRow, answers: readonly AnswerRow[], key: 'certifiedNotice' | 'certifiedCorrected' | 'withdrawnNotice', params: Record<string, string>, day: string): Promise<void> {
  const people = await peopleBehind(tx, answers, day);
  const href = key === 'certifiedCorrected' ? circulationHref(meeting.id, '/difference') : circulationHref(meeting.id, key === 'certifiedNotice' ? '/minutes' : '');
  await notify(tx, people.filter((id) => id !== tx.actor.id), words(key, meeting, params), href, { kind: certificationNews });
}

export async function tellOfficers(tx: Tx, meeting: MeetingRow, officers: readonly { personId: number; href: string }[], unit: string): Promise<void> {
  for (const officer of officers) await notify(tx, [officer.personId], words('consultAsked', meeting, { unit }), officer.href, { kind: certificationNews });
}

export async function tellUnit(tx: Tx, meeting: MeetingRow, answer: AnswerRow, name: string, askedBy: readonly number[], day: string): Promise<void> {
  const people = [...new Set([...askedBy, ...(await peopleBehind(tx, [answer], day))])];
  await notify(tx, people.filter((id) => id !== tx.actor.id), words('consultAnswered', meeting, { name }), certifyHref(meeting.id, answer.id), { kind: certificationNews });
}
