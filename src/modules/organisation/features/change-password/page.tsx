import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import { ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { changePasswordForm } from './form.ts';
import { m } from './messages.ts';

const path = '/account/password';

export const changePasswordPage = definePage({
  path,
  permission: { signedIn: 'everyone may change the own password' },
  layout: 'plain',
  async load(_tx, { actor }) {
    return ok({ forced: actor.mustChangePassword ?? false });
  },
  title: (_data, ui) => ui.text(m.words('title')),
  view({ forced }, ui) {
    const t = m.in(ui.lang);
    return (
      <div class="stack">
        <div>
          <h1>{forced ? t('first') : t('title')}</h1>
          <p class="quiet">{ui.actor.name}</p>
        </div>
        <Notice kind={forced ? 'warn' : 'info'}>{forced ? t('firstMore') : t('others')}</Notice>
        <ActionForm ui={ui} action={path} form={changePasswordForm} class="form">
          {(['current', 'password', 'repeat'] as const).map((name) => <FormField ui={ui} action={path} form={changePasswordForm} name={name} />)}
          <ButtonRow>
            <Button kind="main">{t('submit')}</Button>
            {forced ? null : <ButtonLink href="/account">{t('back')}</ButtonLink>}
          </ButtonRow>
        </ActionForm>
      </div>
    );
  },
});
