import { defineAction } from '../../../../platform/http/define.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { permissions } from '../../access.ts';
import { applySuggestion } from '../../domain/suggestions.ts';
import { meetingParams } from '../../params.ts';
import { meetingHref } from '../../shown.ts';
import { keepContent, writableForStep } from '../edit-minutes/editing.ts';
import { repairForm } from './form.ts';
import { messages } from './messages.ts';
import { checkMinutesPage } from './page.tsx';

/** One press, one repair: applied as a correction is, so that a text changed meanwhile is never overwritten. */
export const repairAction = defineAction({
  path: '/meetings/:id/minutes/check',
  permission: permissions.write,
  params: meetingParams,
  form: repairForm,
  page: checkMinutesPage,
  async run(tx, { params, input, services }) {
    const found = await writableForStep(tx, params.id);
    if (!found.ok) return found;
    const { meeting, minutes, version } = found.value;
    const offset = input.offset === undefined ? NaN : Number(input.offset);
    const applied = applySuggestion(version.content, {
      id: 'repair', reason: '',
      change: { kind: 'replace', lineId: input.lineId, field: input.field, original: input.original, proposed: input.proposed ?? '', ...(Number.isSafeInteger(offset) && offset >= 0 ? { offset } : {}) },
    });
    if (!applied.ok) return fail('STALE_FINDING', messages.words('stale'), { status: 409 });
    const kept = await keepContent(tx, found.value, applied.document, [], { now: services.clock.now(), today: services.clock.today() });
    return ok({
      audit: [
        { action: 'meetings.minutes-repaired', subject: { type: 'meetings.minutes', id: minutes.id }, unitId: meeting.ownerUnitId, detail: { line: input.lineId, field: input.field, original: input.original.slice(0, 200), proposed: (input.proposed ?? '').slice(0, 200) } },
        ...kept.audit,
      ],
      goTo: meetingHref(meeting.id, '/minutes/check'),
      flash: messages.words('repaired'),
    });
  },
});
