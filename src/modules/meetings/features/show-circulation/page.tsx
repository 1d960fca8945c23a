// How far a circulation is, for the secretariat: who opened, who answered, who is late; one press reminds the rest.
import type { VNode } from 'preact';
import { csvOf } from '../../../../platform/csv.ts';
import { emptyForm } from '../../../../platform/forms/form.ts';
import { ActionButton } from '../../../../platform/forms/render.tsx';
import { defineAction, defineDownload, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import type { ReadTx } from '../../../../platform/db/database.ts';
import type { Clock } from '../../../../platform/clock.ts';
import { fail, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { bangkokDate } from '../../../../thai/index.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Progress } from '../../../../ui/components/progress.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { officeCalendar } from '../../../organisation/index.ts';
import { circulationForSecretariat, keys, lockedCirculation } from '../../circulation/access.ts';
import type { Running } from '../../circulation/access.ts';
import { workingDaysLeft } from '../../circulation/deadline.ts';
import { certifyHref, circulationHref } from '../../circulation/facts.ts';
import { answerShown, answerWords } from '../../circulation/messages.ts';
import { tellAddressees } from '../../circulation/notices.ts';
import { messages as shared } from '../../messages.ts';
import { meetingParams } from '../../params.ts';
import { dayEndText, dayText, meetingHref, numberText, referenceText } from '../../shown.ts';
import { countOpenSuggestions, signerOfCirculation, suggestionCounts } from '../../store/certification.ts';
import { listAnswers, markReminded } from '../../store/circulations.ts';
import type { AnswerRow } from '../../store/circulations.ts';
import { answeredCount } from './answered-count.ts';
import { messages } from './messages.ts';

interface Data extends Running {
  readonly answers: readonly AnswerRow[];
  readonly counts: ReadonlyMap<number, number>;
  readonly open: number;
  readonly signer: { name: string; position: string } | undefined;
  readonly daysLeft: number | undefined;
  readonly over: boolean;
}

async function load(tx: ReadTx, meetingId: number, clock: Clock): Promise<Result<Data>> {
  const found = await circulationForSecretariat(tx, meetingId, keys.circulate);
  if (!found.ok) return found;
  const { circulation } = found.value;
  return ok({
    ...found.value, answers: await listAnswers(tx, circulation.id), counts: await suggestionCounts(tx, circulation.id),
    open: await countOpenSuggestions(tx, circulation.id), signer: await signerOfCirculation(tx, circulation.id),
    daysLeft: workingDaysLeft(await officeCalendar(tx), clock.today(), circulation.respondBy), over: clock.now() >= circulation.deadlineAt,
  });
}

export const showCirculationPage = definePage({
  path: '/meetings/:id/circulation',
  permission: keys.circulate,
  params: meetingParams,
  load: (tx, { params, services }) => load(tx, params.id, services.clock),
  title: ({ meeting }, ui) => `${messages.in(ui.lang)('title')} ${referenceText(meeting)}`,
  view: CirculationView,
});

function CirculationView(data: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const { meeting, minutes, circulation, answers, counts, open, signer, over } = data;
  const running = !circulation.closedAt && !circulation.withdrawnAt;
  const waiting = answers.filter((one) => one.state === 'waiting');
  const { answered, words: answeredWords } = answeredCount(answers, ui.lang);
  const href = (rest: string) => circulationHref(meeting.id, rest);
  return (
    <div class="stack">
      <PageHead title={t('title')} sub={`${meeting.title} · ${referenceText(meeting)}`}
        crumbs={[{ label: shared.in(ui.lang)('meetings'), href: '/meetings' }, { label: referenceText(meeting), href: meetingHref(meeting.id) }, { label: t('title') }]}
        actions={<>
          {minutes.state === 'correcting' && open > 0 ? <ButtonLink kind="main" href={href('/suggestions')}>{t('decide', { n: open })}</ButtonLink> : null}
          {minutes.state === 'certified' ? <ButtonLink kind="main" href={href('/certified.pdf')} plainVisit>{t('certifiedPdf')}</ButtonLink> : null}
          {running && !over && waiting.length > 0 ? <ActionButton ui={ui} action={href('/circulation/remind')} kind="main">{t('remind', { n: waiting.length })}</ActionButton> : null}
          <ButtonLink href={href('/circulation.csv')} plainVisit>{t('csv')}</ButtonLink>
          {running ? <ButtonLink kind="quiet" href={href('/circulation/recall')}>{t('recall')}</ButtonLink> : null}
        </>} />
      {circulation.withdrawnAt ? <Notice kind="warn" title={t('withdrawn')} /> : null}
      {running && over ? <Notice kind="warn">{t('over')}</Notice> : null}
      {circulation.closedWords ? <Notice kind="done" title={t('closed')}><p>{circulation.closedWords}</p></Notice> : null}
      <Progress label={t('progress')} value={answered} max={Math.max(1, answers.length)} words={answeredWords}
        note={<>{t('opened', { n: answers.filter((one) => one.openedAt !== null || one.answeredAt !== null).length })}{running && !over && data.daysLeft !== undefined ? ` · ${t('left', { n: data.daysLeft })}` : ''}</>} />
      <Table caption={t('addressee')} captionHidden rows={answers} rowKey={(row) => String(row.id)} id="answers" columns={[
        { key: 'who', head: t('addressee'), kind: 'main', cell: (row) => row.addresseeName },
        { key: 'state', head: t('state'), cell: (row) => { const shown = answerShown(row, ui.lang, counts.get(row.id)); return <StateMark kind={shown.kind} wrap>{shown.words}</StateMark>; } },
        { key: 'opened', head: t('openedAt'), kind: 'nowrap', cell: (row) => (row.openedAt ? dayText(ui.lang, bangkokDate(row.openedAt)) : '') },
        { key: 'by', head: t('answeredBy'), cell: (row) => (row.answeredName ? <>{row.answeredName}<div class="quiet small">{row.authority?.words ?? row.answeredPosition}</div></> : null) },
        { key: 'n', head: t('suggestions'), kind: 'num', cell: (row) => counts.get(row.id) ?? '' },
        { key: 'reminders', head: t('reminders'), cell: (row) => (row.reminders > 0 && row.remindedAt ? t('remindedTimes', { n: row.reminders, date: dayText(ui.lang, bangkokDate(row.remindedAt)) }) : null) },
        { key: 'act', head: t('reply'), cell: (row) => <Acts row={row} data={data} ui={ui} /> },
      ]} />
      <DefinitionList ruled items={[
        { term: t('letter'), value: circulation.letterId ? <a href={`/letters/${circulation.letterId}`} data-turbo-prefetch="false">{circulation.letterNumber}</a> : undefined },
        { term: t('circulatedOn'), value: dayText(ui.lang, circulation.circulatedOn) },
        { term: t('respondBy'), value: dayEndText(ui.lang, circulation.respondBy) },
        { term: t('signer'), value: signer ? `${signer.name} ${signer.position}` : undefined },
        { term: t('rule'), value: circulation.ruleWords },
      ]} />
    </div>
  );
}

function Acts({ row, data, ui }: { row: AnswerRow; data: Data; ui: Ui }): VNode | null {
  const t = messages.in(ui.lang);
  const { meeting, circulation, minutes } = data;
  if (row.answeredAt) {
    return (
      <span class="cluster">
        <a href={certifyHref(meeting.id, row.id, '/reply.pdf')} data-turbo="false">{t('reply')}</a>
        {row.scanFileId ? <a href={`/files/${row.scanFileId}`} data-turbo="false">{t('scan')}</a> : null}
      </span>
    );
  }
  if (circulation.withdrawnAt || minutes.state === 'certified') return null;
  return <a href={circulationHref(meeting.id, `/circulation/paper/${row.id}`)}>{t('paper')}</a>;
}

export const remindAction = defineAction({
  path: '/meetings/:id/circulation/remind',
  permission: keys.circulate,
  params: meetingParams,
  form: emptyForm,
  page: showCirculationPage,
  async run(tx, { params, services }) {
    const found = await lockedCirculation(tx, params.id, keys.circulate);
    if (!found.ok) return found;
    const { meeting, circulation } = found.value;
    const waiting = circulation.closedAt ? [] : (await listAnswers(tx, circulation.id)).filter((one) => one.state === 'waiting');
    if (waiting.length === 0) return fail('NOBODY_WAITS', messages.words('nobodyWaits'), { status: 409 });
    await markReminded(tx, waiting.map((one) => one.id), services.clock.now());
    await tellAddressees(tx, meeting, circulation, waiting, 'reminder', services.clock.today());
    return ok({
      audit: { action: 'meetings.certification-reminded', subject: { type: 'meetings.circulation', id: circulation.id }, unitId: meeting.ownerUnitId, detail: { meetingId: meeting.id, addressees: waiting.map((one) => one.addresseeName) } },
      goTo: circulationHref(meeting.id, '/circulation'), flash: messages.words('reminded', { n: waiting.length }),
    });
  },
});

export const circulationCsv = defineDownload({
  path: '/meetings/:id/circulation.csv',
  permission: keys.circulate,
  params: meetingParams,
  async load(tx, { params, services }) {
    const found = await load(tx, params.id, services.clock);
    if (!found.ok) return found;
    const { meeting, answers, counts } = found.value;
    const t = messages.th;
    const rows = answers.map((one) => [
      one.ordinal, one.addresseeName, one.unit, answerShown(one, 'th', counts.get(one.id)).words, one.openedAt ? dayText('th', bangkokDate(one.openedAt)) : '',
      one.answer ? answerWords(one.answer).th : '', one.answeredOn ? dayText('th', one.answeredOn) : '', one.answeredName ?? '', one.authority?.words ?? one.answeredPosition ?? '',
      one.late ? t.late : '', counts.get(one.id) ?? 0, one.remarks,
    ]);
    const head = ['ลำดับ', t.addressee, 'หน่วยงาน', t.state, t.openedAt, 'คำตอบ', 'วันที่ตอบ', t.answeredBy, 'อาศัยอำนาจ', t.late, t.suggestions, 'ข้อสังเกต'];
    return ok({ body: csvOf([head, ...rows]), contentType: 'text/csv; charset=utf-8', fileName: `การเวียนรับรอง ครั้งที่ ${numberText(meeting).replace('/', '-')}.csv`, disposition: 'attachment' });
  },
});
