import { z } from 'zod';
import { ActionForm } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { idParams } from '../../guard.ts';
import { journeyCookie, type Journey } from '../../sign-in/oidc.ts';
import { openJourney } from '../../sign-in/oidc-journey.ts';
import { providerById } from '../../store/providers.ts';
import { answerForm } from './form.ts';
import { m } from './messages.ts';
import type { OfferedProvider } from './section.tsx';

const named = (ui: Ui, provider: OfferedProvider | undefined) => ({ provider: provider ? ui.text(provider.label) : m.in(ui.lang)('provider') });

/** The last page before the provider's: with scripts it goes on by itself. */
export const leavePage = definePage({
  path: '/sign-in/leave',
  permission: { public: 'people on their way to a provider are not signed in yet' },
  layout: 'plain',
  async load(tx, { cookies, actor, services }) {
    const opened = await openJourney(tx, services.config.dataFolder, cookies[journeyCookie], { cookies, person: actor.id });
    const journey: Journey | undefined = opened.ok ? opened.value.data : undefined;
    return ok({ address: journey?.address, provider: journey && (await providerById(tx, journey.provider)), lost: opened.ok ? undefined : opened.message });
  },
  title: ({ provider }, ui) => m.in(ui.lang)('leaveTitle', named(ui, provider)),
  view({ address, provider, lost }, ui) {
    const t = m.in(ui.lang);
    if (!address) {
      return (
        <div class="stack">
          <h1>{t('lostTitle')}</h1>
          {lost ? <Notice kind="warn">{ui.text(lost)}</Notice> : null}
          <ButtonRow><ButtonLink kind="main" href="/sign-in">{t('otherWays')}</ButtonLink></ButtonRow>
        </div>
      );
    }
    return (
      <div class="stack">
        <h1>{t('leaveTitle', named(ui, provider))}</h1>
        <p>{t('leaveMore', named(ui, provider))}</p>
        <ButtonRow>
          <a class="btn btn-main" href={address} data-turbo="false" data-go="">{t('leaveGo', named(ui, provider))}</a>
          <ButtonLink kind="quiet" href="/sign-in">{t('otherWays')}</ButtonLink>
        </ButtonRow>
      </div>
    );
  },
});

const text = (max: number) => z.string().max(max).optional().catch(undefined);

/**
 * Where the provider sends the browser back to. Nothing is changed by this address: the answer is posted from here, by
 * itself with scripts, and checked there.
 */
export const answerPage = definePage({
  path: '/sign-in/with/:id/answer',
  permission: { public: 'people who come back from a provider are not signed in yet' },
  layout: 'plain',
  params: idParams,
  query: z.object({ code: text(3000), state: text(300), iss: text(500), error: text(200) }),
  async load(tx, { params, query }) {
    return ok({ id: params.id, provider: await providerById(tx, params.id), given: { code: query.code ?? '', state: query.state ?? '', iss: query.iss ?? '', error: query.error ?? '' } });
  },
  title: (_data, ui) => ui.text(m.words('answerTitle')),
  view({ id, provider, given }, ui) {
    const t = m.in(ui.lang);
    // Shown again after a refusal it waits for the person, or it would go round for ever.
    const first = ui.form.message === undefined && Object.keys(ui.form.errors).length === 0;
    const typed = (name: keyof typeof given) => given[name] || String(ui.form.values[name] ?? '');
    return (
      <div class="stack">
        <h1>{t('answerTitle')}</h1>
        <p>{t('answerMore', named(ui, provider))}</p>
        <div {...(first ? { 'data-go': '' } : {})}>
          <ActionForm ui={ui} action={`/sign-in/with/${id}/answer`} form={answerForm} class="stack" hidden={{ code: typed('code'), state: typed('state'), iss: typed('iss'), error: typed('error') }}>
            <ButtonRow><Button kind="main">{t('answerGo')}</Button><ButtonLink kind="quiet" href="/sign-in">{t('otherWays')}</ButtonLink></ButtonRow>
          </ActionForm>
        </div>
      </div>
    );
  },
});
