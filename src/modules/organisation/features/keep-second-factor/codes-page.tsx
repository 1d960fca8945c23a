import { ActionForm } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { fewCodes, openShownCodes, recoveryCodeCount, shownCodesCookie } from '../../sign-in/one-time-codes.ts';
import { myFactors } from '../../store/factors.ts';
import { instant } from '../../views.tsx';
import { codesAddress, factorAddress, keptAddress, ownFactor } from './addresses.ts';
import { identityForm } from './form.ts';
import { IdentityFields, TriedNotice, triedQuery } from './identity-fields.tsx';
import { m } from './messages.ts';
import { securityCrumbs } from './page.tsx';

/** Shows new codes once, from the sealed cookie of the session that made them; afterwards how many are left. */
export const recoveryCodesPage = definePage({
  path: codesAddress,
  permission: ownFactor,
  query: triedQuery,
  async load(tx, { query, actor, cookies, services }) {
    const factors = await myFactors(tx);
    if (!factors) return notFound();
    return ok({ tried: query, factors, shown: openShownCodes(services, actor.sessionId, cookies[shownCodesCookie]) });
  },
  title: (_data, ui) => ui.text(m.words('codesTitle')),
  view({ tried, factors, shown }, ui) {
    const t = m.in(ui.lang);
    const { codesLeft, codesMadeAt, confirmedAt } = factors;
    return (
      <>
        <PageHead title={t('codesTitle')} crumbs={securityCrumbs(ui, t('codesTitle'))} />
        <TriedNotice ui={ui} tried={tried} />
        {shown ? (
          <div class="stack">
            <p class="measure">{t('codesWhy')}</p>
            <Notice kind="warn">{t('codesOnce')}</Notice>
            <p class="strong">{t('codesPaper', { name: ui.actor.name, at: codesMadeAt ? instant(ui, codesMadeAt) : '' })}</p>
            <ol class="recovery-codes">{shown.map((code) => <li><code>{code}</code></li>)}</ol>
            <p class="quiet mid" data-no-print="">{t('print')}</p>
            <ActionForm ui={ui} action={keptAddress}><Button kind="main">{t('kept')}</Button></ActionForm>
          </div>
        ) : confirmedAt === null ? (
          <div class="stack">
            <p class="measure">{t('codesWhy')}</p>
            <p>{t('needFactor')}</p>
            <ButtonRow><ButtonLink kind="main" href={factorAddress}>{t('title')}</ButtonLink></ButtonRow>
          </div>
        ) : (
          <div class="stack">
            <p class="measure">{t('codesWhy')}</p>
            <StateMark kind={codesLeft > fewCodes ? 'done' : codesLeft > 0 ? 'risk' : 'late'}>
              {codesLeft > 0 && codesMadeAt ? t('left', { n: codesLeft, all: recoveryCodeCount, at: instant(ui, codesMadeAt) }) : t('noneLeft')}
            </StateMark>
            {codesLeft > 0 && codesLeft <= fewCodes ? <Notice kind="warn">{t('few')}</Notice> : null}
            <Section title={t('renewTitle')}>
              <div class="stack">
                <p class="quiet">{t('renewHint')}</p>
                <ActionForm ui={ui} action={codesAddress} form={identityForm} class="form">
                  <IdentityFields ui={ui} action={codesAddress} withCode />
                  <ButtonRow><Button kind="main">{t('renew')}</Button></ButtonRow>
                </ActionForm>
              </div>
            </Section>
          </div>
        )}
      </>
    );
  },
});
