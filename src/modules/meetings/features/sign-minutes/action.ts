import { defineAction } from '../../../../platform/http/define.ts';
import { notify } from '../../../../platform/notify/notify.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import { permissions } from '../../access.ts';
import { certificationNews } from '../../news.ts';
import { standingsOf } from '../../office.ts';
import { meetingParams } from '../../params.ts';
import { meetingHref, referenceText } from '../../shown.ts';
import { setMeetingState } from '../../store/meetings.ts';
import { lockVersionRow, setMinutesState, signVersion, undoSignature } from '../../store/minutes.ts';
import { signForm, undoForm } from './form.ts';
import { messages } from './messages.ts';
import { signMinutesPage } from './page.tsx';
import { loadSigning } from './signing.ts';

const common = { permission: permissions.sign, params: meetingParams, page: signMinutesPage } as const;

export const signMinutesAction = defineAction({
  ...common,
  path: '/meetings/:id/minutes/sign',
  form: signForm,
  async run(tx, { params, input, services }) {
    const found = await loadSigning(tx, params.id);
    if (!found.ok) return found;
    const { meeting, minutes, due, mine } = found.value;
    const version = await lockVersionRow(tx, found.value.version.id);
    if (!version) return notFound();
    if (due !== input.who || !mine || (due === 'drafter' ? version.drafted : version.checked)) return fail('NOT_TO_SIGN', messages.words('nothingToUndo'), { status: 403 });
    if (!version.content.sections.some((section) => section.items.some((item) => item.lines.length > 0))) return fail('EMPTY_MINUTES', messages.words('empty'));
    // Authority is checked when used: the post, the acting order and its dates on this day.
    const standing = (await standingsOf(tx, tx.actor.id, services.clock.today())).find((one) => one.positionId === input.position);
    if (!standing) return fail('NO_AUTHORITY', messages.words('notYourPost'), { fields: { position: messages.words('notYourPost') } });
    const at = services.clock.now();
    await signVersion(tx, version.id, due, { personId: tx.actor.id, name: standing.name, position: standing.position, authority: standing.authority, at });
    await setMinutesState(tx, minutes.id, due === 'drafter' ? 'drafted' : 'checked');
    await setMeetingState(tx, meeting.id, due === 'drafter' ? 'minutes-drafted' : 'minutes-checked', at);
    if (due === 'drafter' && minutes.checkerId !== null && minutes.checkerId !== tx.actor.id) {
      await notify(tx, [minutes.checkerId], messages.words('toCheck', { reference: referenceText(meeting) }), meetingHref(meeting.id, '/minutes/sign'), { kind: certificationNews });
    }
    return ok({
      audit: { action: `meetings.minutes-signed-by-${due}`, subject: { type: 'meetings.minutes', id: minutes.id }, unitId: meeting.ownerUnitId, authority: standing.authority, detail: { version: version.number, contentHash: version.contentHash } },
      goTo: meetingHref(meeting.id),
      flash: messages.words('signed'),
    });
  },
});

export const undoSignatureAction = defineAction({
  ...common,
  path: '/meetings/:id/minutes/sign/undo',
  form: undoForm,
  async run(tx, { params, input, services }) {
    const found = await loadSigning(tx, params.id);
    if (!found.ok) return found;
    const { meeting, minutes, version, undoable, mayUndo } = found.value;
    if (!mayUndo || undoable !== input.who) return fail('NOTHING_TO_UNDO', messages.words('nothingToUndo'), { status: 409 });
    const at = services.clock.now();
    await undoSignature(tx, version, undoable, input.reason, at);
    await setMinutesState(tx, minutes.id, undoable === 'checker' ? 'drafted' : 'drafting');
    await setMeetingState(tx, meeting.id, undoable === 'checker' ? 'minutes-drafted' : 'held', at);
    return ok({
      audit: { action: 'meetings.signature-undone', subject: { type: 'meetings.minutes', id: minutes.id }, unitId: meeting.ownerUnitId, detail: { who: undoable, reason: input.reason, version: version.number } },
      goTo: meetingHref(meeting.id, '/minutes/sign'),
      flash: messages.words('undone'),
    });
  },
});
