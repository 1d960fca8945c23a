import { z } from 'zod';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import { ok } from '../../../../platform/result.ts';
import { Button, ButtonRow } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { demoAccounts, demoPassword } from '../../demo/accounts.ts';
import { PlainHead, StateNotice } from '../../views.tsx';
import { otherWaysQuery, readOtherWays } from '../sign-in-oidc/other-ways.ts';
import { OtherWays, OtherWaysNotice } from '../sign-in-oidc/other-ways-section.tsx';
import { signInForm } from './form.ts';
import { m } from './messages.ts';

const query = z.object({
  ...otherWaysQuery,
  next: z.string().max(2000).optional().catch(undefined),
  state: z.enum(['refused', 'wait', 'out', 'codes', 'passkey']).optional().catch(undefined),
  seconds: z.coerce.number().int().min(1).max(3600).optional().catch(undefined),
});

export const signInPage = definePage({
  path: '/sign-in',
  permission: { public: 'people sign in here' },
  layout: 'plain',
  query,
  async load(tx, { query: asked, services }) {
    return ok({ ...asked, others: await readOtherWays(tx, services, asked), demo: services.config.demo });
  },
  title: (_data, ui) => ui.text(m.words('title')),
  view(data, ui) {
    const t = m.in(ui.lang);
    return (
      <div class="stack">
        <PlainHead title={t('title')} intro={t('intro')} />
        <StateNotice state={data.state === 'out' ? undefined : data.state} notices={{
          refused: { kind: 'error', title: t('refused'), text: t('refusedMore') },
          wait: { kind: 'warn', title: t('wait', { seconds: data.seconds ?? 60 }), text: t('waitMore') },
          passkey: { kind: 'warn', title: t('passkeyNeeded'), text: t('passkeyNeededMore') },
          codes: { kind: 'error', title: t('codes'), text: t('codesMore') },
        }} />
        <OtherWaysNotice ui={ui} ways={data.others} />
        {data.state === 'out' ? <div role="status"><Notice kind="done">{t('signedOut')}</Notice></div> : null}
        <ActionForm ui={ui} action="/sign-in" form={signInForm} class="form">
          <FormField ui={ui} action="/sign-in" form={signInForm} name="username" />
          <FormField ui={ui} action="/sign-in" form={signInForm} name="password" />
          <FormField ui={ui} action="/sign-in" form={signInForm} name="next" value={data.next ?? ''} />
          <ButtonRow>
            <Button kind="main">{t('submit')}</Button>
            <a href="/forgotten-password">{t('forgotten')}</a>
          </ButtonRow>
        </ActionForm>
        <OtherWays ui={ui} ways={data.others} next={data.next} />
        {data.demo ? (
          <section class="stack-s">
            <h2 class="large">{t('demoTitle')}</h2>
            <p class="mid">{t('demoPassword')}: <code>{demoPassword}</code></p>
            <Table
              caption={t('demoTitle')} captionHidden rows={demoAccounts} rowKey={(account) => account.username} cards={false}
              columns={[
                { key: 'role', head: t('person'), kind: 'main', cell: (account) => <>{ui.text(account.role)}<div class="quiet small">{account.username}</div></> },
                {
                  key: 'enter', head: t('demoEnter'), kind: 'act', cell: (account) => (
                    <ActionForm ui={ui} action="/sign-in" class="inline-form" hidden={{ username: account.username, password: demoPassword, next: data.next ?? '' }}>
                      <Button>{t('demoEnter')}<span class="vh"> {account.username}</span></Button>
                    </ActionForm>
                  ),
                },
              ]}
            />
          </section>
        ) : null}
      </div>
    );
  },
});
