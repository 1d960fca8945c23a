// A signer's own certificates whose keys a provider keeps: looked up there and added to the list.
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import { ok } from '../../../../platform/result.ts';
import { Button, ButtonRow } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { certificatesOf, certificateTime } from '../../certificates/keys.ts';
import { m } from '../../remote/messages.ts';
import { storedRemoteProvider } from '../../service-settings.ts';
import { addRemoteAddress, remoteCertificateWords } from '../sign-remotely/section.tsx';
import { findForm } from './form.ts';

export const addRemotePage = definePage({
  path: addRemoteAddress,
  permission: 'signatures.sign',
  async load(tx, { services }) {
    const mine = await certificatesOf(tx, tx.actor.id, certificateTime(services));
    return ok({ provider: (await storedRemoteProvider(tx))?.name, mine: mine.filter((one) => one.kind === 'remote') });
  },
  title: (_data, ui) => m.in(ui.lang)('addTitle'),
  view({ provider, mine }, ui) {
    const t = m.in(ui.lang);
    return (
      <div class="stack-l measure">
        <PageHead title={t('addTitle')} {...(provider === undefined ? {} : { sub: t('addSub', { name: provider }) })} />
        {provider === undefined ? <Notice>{t('addNone')}</Notice> : (
          <ActionForm ui={ui} action={addRemoteAddress} form={findForm} class="form">
            <FormField ui={ui} action={addRemoteAddress} form={findForm} name="userId" />
            <ButtonRow><Button kind="main">{t('find')}</Button></ButtonRow>
          </ActionForm>
        )}
        <Section title={t('mine')}>
          {mine.length === 0 ? <p class="quiet">{t('mineNone')}</p> : <ul>{mine.map((one) => <li>{remoteCertificateWords(ui, one)}</li>)}</ul>}
        </Section>
      </div>
    );
  },
});
