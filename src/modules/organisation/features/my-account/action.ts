import { z } from 'zod';
import { emptyForm } from '../../../../platform/forms/form.ts';
import { cookieNames } from '../../../../platform/http/context.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { securityAddress } from '../../sign-in/tell-owner.ts';
import { endMyOtherSessions, endMySession } from '../../store/accounts.ts';
import { editContact, savePreference } from '../../store/people-changes.ts';
import { securityPage } from '../show-security/page.tsx';
import { contactForm, screenForm } from './form.ts';
import { m } from './messages.ts';
import { accountPermission, myAccountPage } from './page.tsx';

const me = (id: number) => ({ type: 'organisation.person', id });
const yearSeconds = 365 * 86_400;

export const editContactAction = defineAction({
  path: '/account/contact',
  permission: accountPermission,
  form: contactForm,
  page: myAccountPage,
  async run(tx, { input, actor }) {
    const done = await editContact(tx, actor.id, { email: input.email ?? null, phone: input.phone ?? null });
    if (!done.ok) return done;
    return ok({ audit: { action: 'organisation.contact-changed', subject: me(actor.id) }, goTo: '/account', flash: m.words('contactSaved') });
  },
});

export const chooseScreenAction = defineAction({
  path: '/account/screen',
  permission: accountPermission,
  form: screenForm,
  page: myAccountPage,
  async run(tx, { input, actor }) {
    const theme = input.theme === 'system' ? null : input.theme;
    await savePreference(tx, actor.id, { language: input.language, theme });
    return ok({
      audit: { action: 'organisation.preference-changed', subject: me(actor.id), detail: { language: input.language, theme } },
      goTo: '/account',
      flash: m.words('screenSaved'),
      cookies: [
        { name: cookieNames.language, value: input.language, maxAgeSeconds: yearSeconds },
        { name: cookieNames.theme, value: theme ?? '', maxAgeSeconds: theme ? yearSeconds : 0 },
      ],
    });
  },
});

export const endSessionAction = defineAction({
  path: '/account/sessions/:id/end',
  permission: accountPermission,
  params: z.object({ id: z.coerce.number().int().positive() }),
  form: emptyForm,
  page: securityPage,
  async run(tx, { params, actor }) {
    if (!(await endMySession(tx, params.id))) return notFound();
    return ok({ audit: { action: 'organisation.session-ended', subject: me(actor.id), detail: { session: params.id } }, goTo: securityAddress, flash: m.words('ended') });
  },
});

export const endOtherSessionsAction = defineAction({
  path: '/account/sessions/end-others',
  permission: accountPermission,
  form: emptyForm,
  page: securityPage,
  async run(tx, { actor }) {
    const n = await endMyOtherSessions(tx, Number(actor.sessionId));
    return ok({ audit: { action: 'organisation.sessions-ended', subject: me(actor.id), detail: { sessions: n } }, goTo: securityAddress, flash: m.words('endedOthers', { n }) });
  },
});
