import { z } from 'zod';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import { ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { tokenHash } from '../../sign-in/tokens.ts';
import { resetIsOpen } from '../../store/accounts.ts';
import { forgottenForm, resetForm } from './form.ts';
import { m } from './messages.ts';

export const forgottenPasswordPage = definePage({
  path: '/forgotten-password',
  permission: { public: 'people who cannot sign in ask for a link here' },
  layout: 'plain',
  query: z.object({ sent: z.literal('1').optional().catch(undefined) }),
  async load(_tx, { query }) {
    return ok({ sent: query.sent === '1' });
  },
  title: (_data, ui) => ui.text(m.words('forgottenTitle')),
  view({ sent }, ui) {
    const t = m.in(ui.lang);
    if (sent) {
      return (
        <div class="stack">
          <h1>{t('sentTitle')}</h1>
          <Notice kind="done">{t('sent')}</Notice>
          <ButtonRow><ButtonLink href="/sign-in">{t('back')}</ButtonLink></ButtonRow>
        </div>
      );
    }
    return (
      <div class="stack">
        <h1>{t('forgottenTitle')}</h1>
        <p>{t('intro')}</p>
        <ActionForm ui={ui} action="/forgotten-password" form={forgottenForm} class="form">
          <FormField ui={ui} action="/forgotten-password" form={forgottenForm} name="username" />
          <ButtonRow>
            <Button kind="main">{t('send')}</Button>
            <ButtonLink href="/sign-in">{t('back')}</ButtonLink>
          </ButtonRow>
        </ActionForm>
      </div>
    );
  },
});

export const resetParams = z.object({ token: z.string().regex(/^[\w-]{40,60}$/) });

export const resetPasswordPage = definePage({
  path: '/reset-password/:token',
  permission: { public: 'the link in the mail is the right' },
  layout: 'plain',
  params: resetParams,
  async load(tx, { params }) {
    return ok({ token: params.token, open: await resetIsOpen(tx, tokenHash(params.token)) });
  },
  title: (_data, ui) => ui.text(m.words('resetTitle')),
  view({ token, open }, ui) {
    const t = m.in(ui.lang);
    const action = `/reset-password/${token}`;
    if (!open) {
      return (
        <div class="stack">
          <h1>{t('closedTitle')}</h1>
          <p>{t('closed')}</p>
          <ButtonRow><ButtonLink kind="main" href="/forgotten-password">{t('again')}</ButtonLink></ButtonRow>
        </div>
      );
    }
    return (
      <div class="stack">
        <h1>{t('resetTitle')}</h1>
        <ActionForm ui={ui} action={action} form={resetForm} class="form">
          <FormField ui={ui} action={action} form={resetForm} name="password" />
          <FormField ui={ui} action={action} form={resetForm} name="repeat" />
          <ButtonRow><Button kind="main">{t('save')}</Button></ButtonRow>
        </ActionForm>
      </div>
    );
  },
});
