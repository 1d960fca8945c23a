// On the way to the provider of a remote signature and back. Reading these pages changes nothing.
import type { VNode } from 'preact';
import { z } from 'zod';
import { ActionForm } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { signingHref } from '../../requests/href.ts';
import { signingParams } from '../../requests/params.ts';
import { m } from '../../remote/messages.ts';
import { remoteReturnPath } from '../../remote/return-address.ts';
import { readWay } from '../../remote/set-out.ts';
import type { WayOut } from '../../remote/set-out.ts';
import { Codes } from './codes.tsx';
import { returnForm } from './form.ts';
import { wayHref } from './href.ts';

const permission = 'signatures.sign';
export { wayHref };

/** Where a way stands: the last page before the provider's, and what became of it. */
export const wayPage = definePage({
  path: '/signing/remote/:id',
  permission,
  params: signingParams,
  async load(tx, { params, services }) {
    const way = await readWay(tx, services, params.id, 'th');
    return way ? ok(way) : notFound();
  },
  title: (_data, ui) => m.in(ui.lang)('leaveTitle'),
  view: (way: WayOut, ui) => <Way way={way} ui={ui} />,
});

function Way({ way, ui }: { way: WayOut; ui: Ui }): VNode {
  const t = m.in(ui.lang);
  const { row, title, address, provider } = way;
  const document = signingHref(row.requestId);
  return (
    <div class="stack measure">
      <h1>{t('leaveTitle')}</h1>
      <p><strong>{title}</strong></p>
      {row.state === 'asked' && row.pin !== null ? (way.ready ? <Codes way={way} ui={ui} /> : <Notice kind="error">{t('noProvider')}</Notice>) : null}
      {row.state === 'asked' && row.pin === null ? (
        address ? (
          <>
            <p>{t('leaveMore', { name: provider })}</p>
            <ButtonRow>
              <a class="btn btn-main" href={address} data-turbo="false" data-go="">{t('leaveGo', { name: provider })}</a>
              <ButtonLink kind="quiet" href={document}>{t('back')}</ButtonLink>
            </ButtonRow>
          </>
        ) : <Notice kind="error">{t('noProvider')}</Notice>
      ) : null}
      {row.state === 'answered' ? (
        <>
          <Notice title={t('answered')}>{t('answeredMore')}</Notice>
          <ButtonRow><ButtonLink kind="main" href={wayHref(row.id)}>{t('look')}</ButtonLink><ButtonLink kind="quiet" href={document}>{t('back')}</ButtonLink></ButtonRow>
        </>
      ) : null}
      {row.state === 'done' ? <><Notice kind="done">{t('done')}</Notice><ButtonRow><ButtonLink kind="main" href={document}>{t('back')}</ButtonLink></ButtonRow></> : null}
      {row.state === 'ended' && row.problem ? (
        <>
          <Notice kind="warn" title={t('endedTitle')}>{t(`p.${row.problem}`)}</Notice>
          <ButtonRow><ButtonLink kind="main" href={document}>{t('again')}</ButtonLink></ButtonRow>
        </>
      ) : null}
    </div>
  );
}

const text = (max: number) => z.string().max(max).optional().catch(undefined);

/** Where the provider sends the browser back to; the answer is posted from here, by itself with scripts. */
export const returnPage = definePage({
  path: remoteReturnPath,
  permission,
  query: z.object({ code: text(3000), state: text(300), error: text(200) }),
  load: async (_tx, { query }) => ok({ code: query.code ?? '', state: query.state ?? '', error: query.error ?? '' }),
  title: (_data, ui) => m.in(ui.lang)('returnTitle'),
  view(given, ui) {
    const t = m.in(ui.lang);
    // Shown again after a refusal it waits for the person, or it would go round for ever.
    const first = ui.form.message === undefined && Object.keys(ui.form.errors).length === 0;
    const typed = (name: keyof typeof given) => given[name] || String(ui.form.values[name] ?? '');
    return (
      <div class="stack measure">
        <h1>{t('returnTitle')}</h1>
        <p>{t('returnMore')}</p>
        <div {...(first && given.state ? { 'data-go': '' } : {})}>
          <ActionForm ui={ui} action={remoteReturnPath} form={returnForm} class="stack" hidden={{ code: typed('code'), state: typed('state'), error: typed('error') }}>
            <ButtonRow><Button kind="main">{t('returnGo')}</Button><ButtonLink kind="quiet" href="/signing">{t('back')}</ButtonLink></ButtonRow>
          </ActionForm>
        </div>
      </div>
    );
  },
});
