import { z } from 'zod';
import { ActionForm, FormField, stateFor } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import { ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { stepAddress, stepCookie, browserOf } from '../../sign-in/complete-sign-in.ts';
import { tokenHash } from '../../sign-in/tokens.ts';
import { stepIsOpen } from '../../store/sign-ins.ts';
import { Folded, PlainHead, StateNotice } from '../../views.tsx';
import { codeForm, recoveryForm } from './form.ts';
import { m } from './messages.ts';

export const codePermission = { public: 'the step between password and code: the cookie of the step is the right' };
export const recoveryAddress = `${stepAddress}/recovery`;

const query = z.object({
  state: z.enum(['wrong', 'wrong-recovery', 'used', 'wait', 'no-key']).optional().catch(undefined),
  seconds: z.coerce.number().int().min(1).max(7200).optional().catch(undefined),
});

export const enterCodePage = definePage({
  path: stepAddress,
  permission: codePermission,
  layout: 'plain',
  query,
  async load(tx, { query: asked, cookies }) {
    const token = cookies[stepCookie];
    return ok({ ...asked, open: token !== undefined && (await stepIsOpen(tx, tokenHash(token), browserOf(cookies))) });
  },
  title: (_data, ui) => ui.text(m.words('title')),
  view({ open, state, seconds }, ui) {
    const t = m.in(ui.lang);
    if (!open) {
      return (
        <div class="stack">
          <h1>{t('closedTitle')}</h1>
          <p>{t('closed')}</p>
          <ButtonRow><ButtonLink kind="main" href="/sign-in">{t('again')}</ButtonLink></ButtonRow>
        </div>
      );
    }
    const recoveryWanted = state === 'wrong-recovery' || state === 'no-key' || Object.keys(stateFor(ui, recoveryAddress).errors).length > 0 && ui.form.action === recoveryAddress;
    return (
      <div class="stack">
        <PlainHead title={t('title')} intro={t('intro')} />
        <StateNotice state={state} notices={{
          wrong: { kind: 'error', title: t('wrong'), text: t('wrongMore') },
          'wrong-recovery': { kind: 'error', title: t('wrongRecovery'), text: t('wrongRecoveryMore') },
          used: { kind: 'warn', title: t('used'), text: t('usedMore') },
          wait: { kind: 'warn', title: t('wait', { seconds: seconds ?? 60 }), text: t('waitMore') },
          'no-key': { kind: 'error', title: t('noKey'), text: t('noKeyMore') },
        }} />
        <ActionForm ui={ui} action={stepAddress} form={codeForm} class="form">
          <FormField ui={ui} action={stepAddress} form={codeForm} name="code" size="s" />
          <ButtonRow>
            <Button kind="main">{t('submit')}</Button>
            <a href="/sign-in">{t('again')}</a>
          </ButtonRow>
        </ActionForm>
        <Folded label={t('recoveryTitle')} open={recoveryWanted}>
          <ActionForm ui={ui} action={recoveryAddress} form={recoveryForm} class="form">
            <FormField ui={ui} action={recoveryAddress} form={recoveryForm} name="recovery" />
            <ButtonRow><Button>{t('useRecovery')}</Button></ButtonRow>
          </ActionForm>
          <p class="quiet mid">{t('lost')}</p>
        </Folded>
      </div>
    );
  },
});
