// The circular before it goes out: the memo as it will be, beside to whom, how fast and until when.
import type { VNode } from 'preact';
import { z } from 'zod';
import { stateFor, FormField } from '../../../../platform/forms/render.tsx';
import { defineApi, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { fail, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import type { Clock } from '../../../../platform/clock.ts';
import { formatDate, localDate, toThaiDigits } from '../../../../thai/index.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { Checkboxes } from '../../../../ui/components/choices.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { MemoHead, Sheet, SheetSign } from '../../../../ui/components/sheet.tsx';
import { PaperDesk, StickyActions } from '../../../../ui/layouts/desk.tsx';
import { headOfUnit, officeCalendar, positionById, unitById } from '../../../organisation/index.ts';
import { urgencyStamps } from '../../../correspondence/index.ts';
import type { Urgency } from '../../../correspondence/index.ts';
import { meetingForPage } from '../../access.ts';
import { keys } from '../../circulation/access.ts';
import { deadlineWarning, usualDeadline, workingDaysLeft } from '../../circulation/deadline.ts';
import { circulationHref } from '../../circulation/facts.ts';
import { headPosts, headsOfUnits, unitsOfMeeting } from '../../circulation/office.ts';
import type { HeadPost } from '../../circulation/office.ts';
import { messages as shared } from '../../messages.ts';
import { standingsOf } from '../../office.ts';
import type { Standing } from '../../office.ts';
import { meetingParams } from '../../params.ts';
import { PreviewForm } from '../../preview-form.tsx';
import { answerWorkingDays } from '../../settings.ts';
import { dayText, meetingHref, referenceText } from '../../shown.ts';
import { withdrawnCirculation } from '../../store/certification.ts';
import type { MeetingRow } from '../../store/meetings.ts';
import { findVersion, minutesOf } from '../../store/minutes.ts';
import { circulateForm, urgencies } from './form.ts';
import { paragraphsOf, usualWords } from './letter.ts';
import type { CircularWords } from './letter.ts';
import { messages } from './messages.ts';

interface Data {
  readonly meeting: MeetingRow;
  readonly today: string;
  readonly fromText: string;
  readonly heads: readonly HeadPost[];
  readonly standings: readonly Standing[];
  /** Who signs, where the actor cannot. */
  readonly signer: string | undefined;
  readonly respondBy: string;
  /** Working days that addressees usually have. */
  readonly workingDays: number;
  readonly replaces: string | undefined;
}

/** Posts in which the actor may sign for the unit: those of heads. */
export async function signingPosts(tx: ReadTx, day: string): Promise<Standing[]> {
  const all = await standingsOf(tx, tx.actor.id, day);
  const heads: Standing[] = [];
  for (const one of all) if ((await positionById(tx, one.positionId))?.head) heads.push(one);
  return heads;
}

async function load(tx: ReadTx, meetingId: number, clock: Clock): Promise<Result<Data>> {
  const meeting = await meetingForPage(tx, meetingId, 'circulate', keys.circulate);
  if (!meeting.ok) return meeting;
  const minutes = await minutesOf(tx, meetingId);
  const version = minutes?.currentVersionId ? await findVersion(tx, minutes.currentVersionId) : undefined;
  if (!minutes || !version?.checked) return fail('NOT_CHECKED', messages.words('unchecked'), { status: 409 });
  const today = clock.today();
  const unit = await unitById(tx, meeting.value.ownerUnitId, today);
  const calendar = await officeCalendar(tx);
  const workingDays = await readSetting(tx, answerWorkingDays);
  const withdrawn = await withdrawnCirculation(tx, minutes.id);
  return ok({
    meeting: meeting.value, today, fromText: unit ? `${unit.name}${unit.phone ? ` โทร. ${unit.phone}` : ''}` : '',
    heads: await headsOfUnits(tx, await unitsOfMeeting(tx, meetingId), meeting.value.ownerUnitId, today),
    standings: await signingPosts(tx, today), signer: (await headOfUnit(tx, meeting.value.ownerUnitId, today))?.name,
    respondBy: usualDeadline(calendar, today, workingDays), workingDays, replaces: withdrawn?.letterNumber ?? undefined,
  });
}

export const circulateMinutesPage = definePage({
  path: '/meetings/:id/circulate',
  permission: keys.circulate,
  frame: 'full',
  params: meetingParams,
  load: (tx, { params, services }) => load(tx, params.id, services.clock),
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: CirculateView,
});

function CirculateView(data: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const { meeting, heads, standings, respondBy } = data;
  const action = circulationHref(meeting.id, '/circulate');
  const common = { ui, action, form: circulateForm };
  const words = usualWords(meeting, respondBy);
  const state = stateFor(ui, action);
  const chosen = state.values['addressees'];
  const signer = standings.find((one) => one.unitId === meeting.ownerUnitId) ?? standings[0];
  const crumbs = [{ label: shared.in(ui.lang)('meetings'), href: '/meetings' }, { label: referenceText(meeting), href: meetingHref(meeting.id) }, { label: t('title') }];
  const paper = (
    <div class="desk-narrow" id="memo-preview" aria-live="polite">
      <MemoSheet meeting={meeting} fromText={data.fromText} today={data.today} urgency="most-urgent" words={words} respondBy={respondBy}
        to={heads.map((one) => one.label)} signer={signer} signerName={ui.actor.name} label={t('preview')} />
    </div>
  );
  const side = (
    <div class="stack">
      <h1>{t('title')}</h1>
      {data.replaces ? <Notice>{t('replaces', { number: data.replaces })}</Notice> : null}
      {signer ? null : <Notice kind="warn" title={t('noStanding')}>{t('noStandingText', { name: data.signer ?? '' })}</Notice>}
      {signer ? (
        <PreviewForm ui={ui} action={action} previewUrl={circulationHref(meeting.id, '/circulate/preview')} previewTarget="memo-preview" id="send" class="form">
          <FormField {...common} name="respondBy" value={respondBy} hint={t('respondByHint', { n: data.workingDays })} />
          {state.errors['respondBy'] ? <FormField {...common} name="sure" /> : null}
          <FormField {...common} name="urgency" as="select" value="most-urgent" options={urgencies.map((urgency) => ({ value: urgency, label: urgencyStamps[urgency] }))} />
          <Checkboxes name="addressees" label={t('addressees')} arrange="two" value={chosen === undefined ? heads.map((one) => String(one.positionId)) : [chosen].flat() as string[]}
            error={state.errors['addressees'] ? ui.text(state.errors['addressees']) : undefined} options={heads.map((one) => ({ value: String(one.positionId), label: one.label }))} />
          <FormField {...common} name="others" />
          <FormField {...common} name="signer" as="radios" value={signer.positionId} options={standings.map((one) => ({ value: String(one.positionId), label: one.authority.words ?? one.position }))} />
          <details class="stack" open={Object.keys(state.errors).some((name) => ['subject', 'opening', 'more', 'closing'].includes(name))}>
            <summary>{t('content')}</summary>
            <p class="quiet mid">{t('contentNote')}</p>
            <FormField {...common} name="subject" value={words.subject} />
            <FormField {...common} name="opening" rows={3} value={words.opening} />
            <FormField {...common} name="more" rows={2} />
            <FormField {...common} name="closing" rows={3} value={words.closing} />
          </details>
          <StickyActions>
            <Button kind="main" busyLabel={t('busy')}>{t('submit')}</Button>
            <ButtonLink kind="quiet" href={meetingHref(meeting.id)}>{shared.in(ui.lang)('back')}</ButtonLink>
          </StickyActions>
        </PreviewForm>
      ) : null}
    </div>
  );
  return <PaperDesk crumbs={crumbs} paper={paper} side={side} jump={signer ? { href: '#send', label: t('submit'), note: t('daysLeft', { n: data.workingDays }) } : undefined} />;
}

interface MemoProps {
  readonly meeting: MeetingRow;
  readonly fromText: string;
  readonly today: string;
  readonly urgency: Urgency;
  readonly words: CircularWords;
  readonly respondBy: string;
  readonly to: readonly string[];
  readonly signer: Standing | undefined;
  readonly signerName: string;
  readonly label: string;
}

/** The memo as it will be, its number still open. Thai, with Thai digits, as on paper. */
function MemoSheet({ meeting, fromText, today, urgency, words, respondBy, to, signer, signerName, label }: MemoProps): VNode {
  const printed = to.length > 1 ? `${to.slice(0, -1).join(' ')} และ ${to.at(-1)}` : to.join('');
  return (
    <Sheet label={label} near free>
      <MemoHead title="บันทึกข้อความ" urgent={urgencyStamps[urgency]} lines={[
        [{ label: 'ส่วนราชการ', value: toThaiDigits(fromText) }],
        [{ label: 'ที่', value: <span class="quiet">{messages.th.numberLater}</span> }, { label: 'วันที่', value: formatDate(localDate(today), { digits: 'thai' }) }],
        [{ label: 'เรื่อง', value: toThaiDigits(words.subject) }],
      ]} />
      <p class="flat gap">เรียน&ensp;{printed}</p>
      <p class="flat gap-s">สิ่งที่ส่งมาด้วย&ensp;๑. {messages.th.minutesLabel}&ensp;๒. {messages.th.replyLabel}</p>
      {paragraphsOf(meeting, respondBy, words).map((text) => <p class="gap-s">{toThaiDigits(text)}</p>)}
      {signer ? <SheetSign lines={[`(${signerName})`, signer.authority.words ?? signer.position]} /> : null}
    </Sheet>
  );
}

const rawBody = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** The memo while it is being written. What cannot be read yet stands as usual. */
export const previewCircularApi = defineApi({
  method: 'ASK',
  path: '/meetings/:id/circulate/preview',
  permission: keys.circulate,
  summary: { th: 'บันทึกเวียนตามที่กำลังเขียน', en: 'The circular as it is being written' },
  params: meetingParams,
  body: rawBody,
  async load(tx, { params, body, services }) {
    const found = await load(tx, params.id, services.clock);
    if (!found.ok) return found;
    const { meeting, heads, standings, today, fromText } = found.value;
    const field = (name: keyof typeof circulateForm.fields) => {
      const parsed = circulateForm.fields[name].parse(circulateForm.fields[name].read(body, name));
      return parsed.ok ? parsed.value : undefined;
    };
    const respondBy = (field('respondBy') as string | undefined) ?? found.value.respondBy;
    const usual = usualWords(meeting, respondBy);
    const ids = (field('addressees') as number[] | undefined) ?? [];
    const chosen = [...heads.filter((one) => ids.includes(one.positionId)), ...(await headPosts(tx, ids.filter((id) => !heads.some((one) => one.positionId === id)), today))];
    const more = ((field('others') as string | undefined) ?? '').split(/[,،]/u).map((text) => text.trim()).filter(Boolean);
    const calendar = await officeCalendar(tx);
    const warning = deadlineWarning(calendar, today, respondBy);
    const left = workingDaysLeft(calendar, today, respondBy);
    const words = {
      subject: (field('subject') as string | undefined) ?? usual.subject, opening: (field('opening') as string | undefined) ?? usual.opening,
      more: field('more') as string | undefined, closing: (field('closing') as string | undefined) ?? usual.closing,
    };
    return ok({
      html: (
        <>
          {warning ? <Notice kind="warn">{messages.th[warning]}</Notice> : <p class="quiet mid">{dayText('th', respondBy, 'weekday')} · {messages.in('th')('daysLeft', { n: left ?? 0 })}</p>}
          <MemoSheet meeting={meeting} fromText={fromText} today={today} urgency={(field('urgency') as Urgency | undefined) ?? 'most-urgent'} words={words} respondBy={respondBy}
            to={[...chosen.map((one) => one.label), ...more]} signer={standings.find((one) => one.positionId === field('signer')) ?? standings[0]} signerName={tx.actor.name} label={messages.th.preview} />
        </>
      ),
    });
  },
});
