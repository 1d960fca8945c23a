import type { VNode } from 'preact';
import { z } from 'zod';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Notice as Box } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { messages } from '../../messages.ts';
import { dayText } from '../../shown.ts';
import { listNotices, type Notice } from '../../store/notices.ts';

/** The notice in force, for everybody; an older or a coming version by its id. */
export const noticePage = definePage({
  path: '/privacy',
  permission: { public: 'whoever is asked to sign in must know first what happens to personal data' },
  layout: 'public',
  query: z.object({ version: z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined) }),
  async load(tx, { query, services }) {
    const today = services.clock.today();
    const versions = await listNotices(tx);
    const inForce = versions.find((one) => one.validFrom <= today);
    const coming = versions.findLast((one) => one.validFrom > today);
    return ok({ shown: versions.find((one) => one.id === query.version) ?? inForce, inForce, coming, versions });
  },
  title: (_data, ui) => ui.text(messages.words('notice.title')),
  view({ shown, coming, versions }, ui) {
    const t = messages.in(ui.lang);
    return (
      <div class="stack-l measure">
        <PageHead title={t('notice.title')} sub={shown ? t('notice.from', { date: dayText(ui.lang, shown.validFrom) }) : undefined}
          actions={ui.can('privacy.keep') ? <ButtonLink href="/privacy/notices/new">{t('notice.write')}</ButtonLink> : undefined} />
        {coming && coming.id !== shown?.id ? <Box><a href={`/privacy?version=${coming.id}`}>{t('notice.coming', { date: dayText(ui.lang, coming.validFrom) })}</a></Box> : null}
        {shown ? <NoticeText ui={ui} notice={shown} /> : <EmptyState title={t('notice.none')} />}
        {versions.length > 1 ? (
          <Section title={t('notice.versions')}>
            <ul class="stack-s">
              {versions.map((one) => (
                <li><a href={`/privacy?version=${one.id}`} aria-current={one.id === shown?.id ? 'true' : undefined}>{t('notice.from', { date: dayText(ui.lang, one.validFrom) })}</a>{one.changes ? <span class="quiet"> · {one.changes}</span> : null}</li>
              ))}
            </ul>
          </Section>
        ) : null}
      </div>
    );
  },
});

/** Paragraphs stand apart by an empty line; the first line of one with several is its heading. */
function NoticeText({ ui, notice }: { ui: Ui; notice: Notice }): VNode {
  const paragraphs = (ui.lang === 'th' ? notice.textTh : notice.textEn).split(/\r?\n\s*\r?\n/u).map((one) => one.trim().split(/\r?\n/u));
  return (
    <div class="stack">
      {paragraphs.map(([first = '', ...rest]) => (rest.length > 0 ? <section class="stack-s"><h2>{first}</h2><p>{rest.join(' ')}</p></section> : <p>{first}</p>))}
    </div>
  );
}
