// The part of the meeting's screen that tells how its minutes stand with certification.
import type { VNode } from 'preact';
import type { ReadTx } from '../../../../platform/db/database.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { StateList } from '../../../../ui/components/state-list.tsx';
import { isSecretariat } from '../../access.ts';
import { keys } from '../../circulation/access.ts';
import { certifyHref, circulationHref } from '../../circulation/facts.ts';
import { answerShown } from '../../circulation/messages.ts';
import { dayText } from '../../shown.ts';
import { currentCirculation, suggestionCounts } from '../../store/certification.ts';
import { listAnswers } from '../../store/circulations.ts';
import type { AnswerRow, CirculationRow } from '../../store/circulations.ts';
import { listVersions, minutesOf } from '../../store/minutes.ts';
import type { MinutesRow } from '../../store/minutes.ts';
import { findMeeting } from '../../store/meetings.ts';
import { answeredCount } from './answered-count.ts';
import { messages } from './messages.ts';

export interface CirculationPart {
  readonly meetingId: number;
  readonly minutes: MinutesRow;
  readonly circulation: CirculationRow | undefined;
  readonly answers: readonly AnswerRow[];
  readonly counts: ReadonlyMap<number, number>;
  readonly secretariat: boolean;
  /** The actor's answer that waits, by id. */
  readonly own: number | undefined;
  readonly corrected: boolean;
}

/** Undefined before minutes are circulated or certified. */
export async function loadCirculationSection(tx: ReadTx, meetingId: number): Promise<CirculationPart | undefined> {
  const meeting = await findMeeting(tx, meetingId);
  const minutes = meeting && (await minutesOf(tx, meetingId));
  if (!meeting || !minutes) return undefined;
  const circulation = await currentCirculation(tx, meetingId);
  if (!circulation && minutes.state !== 'certified') return undefined;
  const answers = circulation ? await listAnswers(tx, circulation.id) : [];
  const { principals } = tx.actor;
  return {
    meetingId, minutes, circulation, answers, counts: circulation ? await suggestionCounts(tx, circulation.id) : new Map(),
    secretariat: isSecretariat(tx.actor, meeting, keys.circulate),
    own: circulation?.withdrawnAt ? undefined : answers.find((one) => one.answeredAt === null && (principals.includes(one.addresseePartyId) || one.answerers.some((party) => principals.includes(party))))?.id,
    corrected: (await listVersions(tx, minutes.id)).some((one) => one.madeFrom === 'corrections'),
  };
}

export function CirculationSection({ circulation: part, ui }: { circulation: CirculationPart | undefined; ui: Ui }): VNode | null {
  if (!part) return null;
  const t = messages.in(ui.lang);
  const { meetingId, minutes, circulation, answers, counts } = part;
  return (
    <Section title={t('part')} id="certification" aside={<span class="cluster">
      {part.own === undefined ? null : <a href={certifyHref(meetingId, part.own)}>{t('openCertify')}</a>}
      {part.secretariat && circulation ? <a href={circulationHref(meetingId, '/circulation')}>{t('openStatus')}</a> : null}
      {part.corrected ? <a href={circulationHref(meetingId, '/difference')}>{t('difference')}</a> : null}
      {minutes.state === 'certified' ? <a href={circulationHref(meetingId, '/certified.pdf')} data-turbo="false">{t('certifiedPdf')}</a> : null}
    </span>}>
      <DefinitionList items={[
        { term: t('state'), value: minutes.certifiedOn ? t('certifiedOn', { date: dayText(ui.lang, minutes.certifiedOn) }) : circulation?.withdrawnAt ? t('withdrawn') : circulation?.closedAt ? t('closed') : t('running') },
        { term: t('letter'), value: circulation?.letterId ? <a href={`/letters/${circulation.letterId}`} data-turbo-prefetch="false">{circulation.letterNumber}</a> : undefined },
        { term: t('respondBy'), value: circulation ? dayText(ui.lang, circulation.respondBy) : undefined },
        { term: t('progress'), value: answers.length > 0 ? answeredCount(answers, ui.lang).words : undefined },
      ]} />
      {minutes.certifiedWords ? <p class="quiet mid">{minutes.certifiedWords}</p> : null}
      {answers.length > 0 ? <StateList items={answers.map((one) => { const shown = answerShown(one, ui.lang, counts.get(one.id)); return { name: one.unit || one.addresseeName, state: shown.kind, words: shown.words }; })} /> : null}
    </Section>
  );
}
