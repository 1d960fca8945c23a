import { defineAction } from '../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import { bangkokInstant, localDate, localTime, toArabicDigits } from '../../../../thai/index.ts';
import { incomingHref } from '../../href.ts';
import { registerLetter } from '../../received/receive.ts';
import { findLetter } from '../../store/letters.ts';
import { registerForm, scanForm } from './form.ts';
import { messages } from './messages.ts';
import { registerIncomingPage } from './page.tsx';

export const registerIncomingAction = defineAction({
  path: '/incoming/new',
  permission: 'correspondence.receive-letters',
  form: registerForm,
  page: () => registerIncomingPage,
  async run(tx, { input, services }) {
    const { beforeDate, beforeTime } = input;
    if (beforeDate && !beforeTime) return fail('TIME_NEEDED', messages.words('timeNeeded'), { fields: { beforeTime: messages.words('timeNeeded') } });
    if (beforeTime && !beforeDate) return fail('DATE_NEEDED', messages.words('dateNeeded'), { fields: { beforeDate: messages.words('dateNeeded') } });
    // A letter of the house that the actor may see; anything else is not there.
    const letter = input.letter === undefined ? undefined : await findLetter(tx, input.letter);
    if (input.letter !== undefined && !letter) return notFound();
    const registered = await registerLetter(tx, services, {
      unitId: input.unit, channel: letter ? 'internal' : input.channel, from: input.from, reference: toArabicDigits(input.reference ?? '').trim(), letterDate: input.letterDate ?? null,
      to: input.to ?? '', subject: input.subject, enclosures: input.enclosures ?? '', urgency: input.urgency,
      urgentBefore: beforeDate && beforeTime ? bangkokInstant(localDate(beforeDate), localTime(beforeTime)) : null,
      secrecy: input.secrecy, receivedAt: bangkokInstant(localDate(input.receivedOn), localTime(input.receivedTime)),
      fileIds: [...new Set([...input.kept, ...input.files])], remark: input.remark ?? '', confirmed: input.confirmed, ...(letter ? { letterId: letter.id } : {}),
    });
    if (!registered.ok) return registered;
    const { id, number, year, audit } = registered.value;
    return ok({ audit, goTo: incomingHref(id), flash: messages.words('saved', { number, year }) });
  },
});

/** Files sent first: what their words seem to say stands in the form that follows, for a person to confirm. */
export const scanAction = defineAction({
  path: '/incoming/scan',
  permission: 'correspondence.receive-letters',
  form: scanForm,
  page: () => registerIncomingPage,
  run: async (_tx, { input }) => ok({
    audit: input.scans.map((id) => ({ action: 'correspondence.received-file-sent', subject: { type: 'platform.file', id } })),
    goTo: `/incoming/new?files=${input.scans.join('.')}`,
  }),
});
