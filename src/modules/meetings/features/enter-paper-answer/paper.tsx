// The secretary types a printed answer in and attaches its scan. What counts is the day on which the form arrived.
import type { VNode } from 'preact';
import { takeFiles } from '../../../../platform/files/file-records.ts';
import type { AuditEntry } from '../../../../platform/audit/audit.ts';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { defineAction, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { enqueue } from '../../../../platform/jobs/jobs.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import { defineMessages } from '../../../../platform/words.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { FieldsRow } from '../../../../ui/components/form.tsx';
import { FileField, UploadProgress } from '../../../../ui/components/file-field.tsx';
import { stateFor } from '../../../../platform/forms/render.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { answerParams, circulationForSecretariat, keys, lockedCirculation } from '../../circulation/access.ts';
import type { Running } from '../../circulation/access.ts';
import { circulationHref } from '../../circulation/facts.ts';
import { settleCirculationJob } from '../../circulation/jobs.ts';
import { answerWords } from '../../circulation/messages.ts';
import { answeringPost } from '../../circulation/office.ts';
import { suggestionFrom } from '../../circulation/suggestions.ts';
import { choice, defineForm, files, rows, text, textarea, thaiDate } from '../../form-fields.ts';
import { lineIndex, plainLine } from '../../domain/minutes-text.ts';
import { lineNumbers } from '../../minutes-sheet.tsx';
import { messages as shared } from '../../messages.ts';
import { dayText, meetingHref, referenceText } from '../../shown.ts';
import { deemAnswer, undoDeeming } from '../../store/certification.ts';
import { findAnswer, lockAnswer, recordAnswer } from '../../store/circulations.ts';
import type { AnswerRow } from '../../store/circulations.ts';
import { findVersion } from '../../store/minutes.ts';
import type { VersionRow } from '../../store/minutes.ts';
import { insertSuggestion, submitSuggestions } from '../../store/suggestions.ts';
import { answers } from '../answer-minutes/form.ts';
import { messages as circulation } from '../show-circulation/messages.ts';

const messages = defineMessages({
  th: {
    title: 'บันทึกแบบตอบรับกระดาษ',
    text: 'พิมพ์ตามแบบตอบรับที่ได้รับ และแนบภาพสแกน ระบบถือวันที่ฝ่ายเลขานุการได้รับเป็นวันที่ตอบ',
    answer: 'ผลการพิจารณาในแบบ',
    receivedOn: 'วันที่ได้รับแบบตอบรับ',
    receivedHint: 'ตามตราประทับรับ',
    signer: 'ชื่อผู้ลงนามในแบบ',
    position: 'ตำแหน่งผู้ลงนาม',
    corrections: 'ข้อแก้ไข',
    line: 'บรรทัดที่',
    proposed: 'ข้อความที่ขอแก้เป็น',
    remarks: 'ข้อสังเกต/ข้อเสนอแนะ/อื่น ๆ',
    scan: 'ภาพสแกนแบบตอบรับ',
    scanNeeded: 'แนบภาพสแกนแบบตอบรับ',
    submit: 'บันทึกคำตอบ',
    saved: 'บันทึกคำตอบของ {unit} แล้ว',
    savedLate: 'เก็บคำตอบของ {unit} ไว้แล้ว แสดงว่าตอบหลังพ้นกำหนด',
    badDay: 'วันที่ต้องอยู่ระหว่างวันที่ส่งบันทึกกับวันนี้',
    noLine: 'ไม่พบบรรทัดที่ {n}',
    already: 'หน่วยงานนี้ตอบแล้ว',
    correctionHint: 'พิมพ์ข้อความทั้งบรรทัดตามที่ขอแก้',
    certified: 'รายงานได้รับการรับรองแล้ว รับแบบตอบรับที่ได้รับหลังกำหนดเท่านั้น',
  },
  en: {
    title: 'Type in a printed answer',
    text: 'Type what the form says and attach its scan. The day on which the secretariat received it counts',
    answer: 'Answer on the form',
    receivedOn: 'Received on',
    receivedHint: 'As stamped',
    signer: 'Signed by',
    position: 'Position of the signer',
    corrections: 'Corrections',
    line: 'Line',
    proposed: 'The line should read',
    remarks: 'Remarks',
    scan: 'Scan of the form',
    scanNeeded: 'Attach the scan of the form',
    submit: 'Record the answer',
    saved: 'The answer of {unit} is recorded',
    savedLate: 'The answer of {unit} is kept and shown as late',
    badDay: 'The day must lie between the day of sending and today',
    noLine: 'There is no line {n}',
    already: 'This addressee has answered',
    correctionHint: 'The whole line as it should read',
    certified: 'The minutes are certified: only forms received late can be added',
  },
});

const correction = { line: text({ label: messages.words('line'), max: 6 }), proposed: textarea({ label: messages.words('proposed'), max: 10_000 }) };
export const paperForm = defineForm({
  answer: choice(answers, { label: messages.words('answer') }),
  receivedOn: thaiDate({ label: messages.words('receivedOn'), hint: messages.words('receivedHint') }),
  signer: text({ label: messages.words('signer'), max: 200 }),
  position: text({ label: messages.words('position'), max: 300 }),
  corrections: rows(correction, { label: messages.words('corrections'), optional: true }),
  remarks: textarea({ label: messages.words('remarks'), optional: true, max: 5000 }),
  scan: files({ label: messages.words('scan'), optional: true }),
});

interface Data extends Running { readonly answer: AnswerRow; readonly version: VersionRow; readonly post: string }

export const paperAnswerPage = definePage({
  path: '/meetings/:id/circulation/paper/:answer',
  permission: keys.circulate,
  params: answerParams,
  async load(tx, { params, services }) {
    const found = await circulationForSecretariat(tx, params.id, keys.circulate);
    if (!found.ok) return found;
    const answer = await findAnswer(tx, params.answer);
    const version = await findVersion(tx, found.value.circulation.versionId);
    if (!answer || answer.circulationId !== found.value.circulation.id || !version || answer.answeredAt) return notFound();
    return ok<Data>({ ...found.value, answer, version, post: (await answeringPost(tx, answer, services.clock.today()))?.title ?? '' });
  },
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: PaperView,
});

const blankRows = [0, 1, 2] as const;

function PaperView({ meeting, answer, circulation: sent, post, version }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const action = circulationHref(meeting.id, `/circulation/paper/${answer.id}`);
  const common = { ui, action, form: paperForm };
  const state = stateFor(ui, action);
  const numbers = lineNumbers(version.content);
  return (
    <div class="stack">
      <PageHead title={`${t('title')} ${answer.addresseeName}`} sub={`${meeting.title} ${referenceText(meeting)} · ${circulation.in(ui.lang)('respondBy')} ${dayText(ui.lang, sent.respondBy)}`}
        crumbs={[{ label: shared.in(ui.lang)('meetings'), href: '/meetings' }, { label: referenceText(meeting), href: meetingHref(meeting.id) }, { label: circulation.in(ui.lang)('title'), href: circulationHref(meeting.id, '/circulation') }, { label: t('title') }]} />
      <Notice>{t('text')}</Notice>
      <ActionForm ui={ui} action={action} form={paperForm} class="form">
        <FormField {...common} name="answer" as="radios" options={answers.map((value) => ({ value, label: ui.text(answerWords(value)) }))} />
        <FormField {...common} name="receivedOn" />
        <FieldsRow>
          <FormField {...common} name="signer" />
          <FormField {...common} name="position" value={post} />
        </FieldsRow>
        <fieldset class="stack-s">
          <legend>{t('corrections')}</legend>
          {state.errors['corrections'] ? <p class="error">{ui.text(state.errors['corrections'])}</p> : null}
          {blankRows.map((row) => (
            <FieldsRow>
              <FormField {...common} name="corrections" inputName={`corrections.${row}.line`} field={correction.line} size="xs" />
              <FormField {...common} name="corrections" inputName={`corrections.${row}.proposed`} field={correction.proposed} rows={2} hint={t('correctionHint')} />
            </FieldsRow>
          ))}
          <details class="mid"><summary>{t('line')}</summary><ol class="stack-s">{lineIndex(version.content).map(({ line }) => <li value={numbers.get(line.id)}>{plainLine(line).slice(0, 160)}</li>)}</ol></details>
        </fieldset>
        <FormField {...common} name="remarks" rows={2} />
        <FileField name="scan" label={t('scan')} accept="application/pdf,image/jpeg,image/png" acceptWords="PDF JPG PNG" error={state.errors['scan'] ? ui.text(state.errors['scan']) : undefined} />
        <UploadProgress />
        <ButtonRow>
          <Button kind="main">{t('submit')}</Button>
          <ButtonLink kind="quiet" href={circulationHref(meeting.id, '/circulation')}>{shared.in(ui.lang)('cancel')}</ButtonLink>
        </ButtonRow>
      </ActionForm>
    </div>
  );
}

export const paperAnswerAction = defineAction({
  path: '/meetings/:id/circulation/paper/:answer',
  permission: keys.circulate,
  params: answerParams,
  form: paperForm,
  page: paperAnswerPage,
  async run(tx, { params, input, services, actor }) {
    const found = await lockedCirculation(tx, params.id, keys.circulate);
    if (!found.ok) return found;
    const { meeting, minutes, circulation: sent } = found.value;
    const answer = await lockAnswer(tx, params.answer);
    const version = await findVersion(tx, sent.versionId);
    if (!answer || answer.circulationId !== sent.id || !version) return notFound();
    if (answer.answeredAt) return fail('ALREADY_ANSWERED', messages.words('already'), { status: 409 });
    const today = services.clock.today();
    if (input.receivedOn < sent.circulatedOn || input.receivedOn > today) return fail('DAY', messages.words('badDay'), { fields: { receivedOn: messages.words('badDay') } });
    const [scan] = await takeFiles(tx, input.scan.slice(0, 1), { unitId: meeting.ownerUnitId, readers: [answer.addresseePartyId, ...answer.answerers] });
    if (!scan) return fail('NO_SCAN', messages.words('scanNeeded'), { fields: { scan: messages.words('scanNeeded') } });

    const at = services.clock.now();
    const late = input.receivedOn > sent.respondBy;
    const audit: AuditEntry[] = [];
    const base = { subject: { type: 'meetings.circulation-answer', id: answer.id }, unitId: meeting.ownerUnitId };
    if (!late && answer.state === 'deemed') {
      // The form was there in time: nobody is deemed who has answered. Minutes that are certified stay so.
      if (minutes.state === 'certified') return fail('CERTIFIED', messages.words('certified'), { fields: { receivedOn: messages.words('certified') } });
      await undoDeeming(tx, answer.id);
      audit.push({ action: 'meetings.deeming-taken-back', ...base, detail: { receivedOn: input.receivedOn, respondBy: sent.respondBy } });
    } else if (late) await deemAnswer(tx, answer.id, sent.ruleWords, at);
    const post = await answeringPost(tx, answer, input.receivedOn);
    const recorded = await recordAnswer(tx, answer.id, {
      answer: input.answer, remarks: input.remarks ?? '', answeredOn: input.receivedOn, personId: null, name: input.signer, position: input.position,
      authority: { kind: 'own', ...(post ? { positionId: post.id } : {}), words: input.position }, via: 'paper', scanFileId: scan.id,
    }, at);
    if (!recorded) return fail('ALREADY_ANSWERED', messages.words('already'), { status: 409 });
    const numbers = new Map([...lineNumbers(version.content)].map(([id, n]) => [String(n), id]));
    for (const row of input.corrections) {
      const number = row.line.replace(/[๐-๙]/gu, (digit) => String(digit.charCodeAt(0) - 0xe50));
      const lineId = numbers.get(number);
      const made = lineId === undefined ? undefined : suggestionFrom(version.content, { lineId, kind: 'replace', field: 'text', text: row.proposed });
      if (!made?.ok) return fail('NO_LINE', messages.words('noLine', { n: row.line }), { fields: { corrections: made && !made.ok ? made.message : messages.words('noLine', { n: row.line }) } });
      await insertSuggestion(tx, { circulationId: sent.id, answerId: answer.id, versionId: version.id, unit: answer.unit, ...made.value, reason: '' }, at);
    }
    await submitSuggestions(tx, answer.id, late, at);
    await enqueue(tx, settleCirculationJob, { circulationId: sent.id });
    audit.push({ action: late ? 'meetings.paper-answer-late' : 'meetings.paper-answer-entered', ...base, detail: { meetingId: meeting.id, addressee: answer.addresseeName, answer: input.answer, receivedOn: input.receivedOn, signer: input.signer, scan: scan.id, enteredBy: actor.name } });
    return ok({ audit, goTo: circulationHref(meeting.id, '/circulation'), flash: messages.words(late ? 'savedLate' : 'saved', { unit: answer.addresseeName }) });
  },
});
