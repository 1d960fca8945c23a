import { definePage } from '../../../../platform/http/define.ts';
import { ok } from '../../../../platform/result.ts';
import type { RetentionRule, RetentionState } from '../../../../platform/retention/retention.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { momentWords } from '../../../../platform/when.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { messages } from '../../messages.ts';
import { lastErasures, type Erasure } from '../../store/erasures.ts';

interface Line {
  readonly rule: RetentionRule;
  readonly days: number;
  readonly state: RetentionState | undefined;
  readonly last: Erasure | undefined;
}

/** How long each log is kept, why, what it holds now, and when it was last cleared. */
export function retentionPage(rules: () => readonly RetentionRule[]) {
  return definePage({
    path: '/system/retention',
    permission: 'privacy.keep',
    async load(tx) {
      const erasures = await lastErasures(tx);
      const lines: Line[] = [];
      for (const rule of rules()) lines.push({ rule, days: await readSetting(tx, rule.days), state: await rule.state?.(tx), last: erasures.get(rule.name) });
      return ok({ lines });
    },
    title: (_data, ui) => ui.text(messages.words('keep.title')),
    view({ lines }, ui) {
      const t = messages.in(ui.lang);
      return (
        <div class="stack-l">
          <PageHead title={t('keep.title')} sub={t('keep.sub')} actions={ui.can('system.edit-settings') ? <ButtonLink href="/system/settings">{t('keep.settings')}</ButtonLink> : undefined} />
          <Table
            caption={t('keep.title')} captionHidden rows={lines} rowKey={({ rule }) => rule.name}
            columns={[
              { key: 'log', head: t('keep.log'), kind: 'main', cell: ({ rule }) => <>{ui.text(rule.title)}<div class="quiet small">{ui.text(rule.holds)}</div></> },
              { key: 'basis', head: t('keep.basis'), kind: 'wide', cell: ({ rule }) => ui.text(rule.basis) },
              { key: 'days', head: t('keep.days'), kind: 'num', cell: ({ days }) => t('keep.daysWords', { n: days }) },
              { key: 'held', head: t('keep.held'), cell: ({ state }) => (state ? (state.oldest ? <>{t('keep.heldWords', { n: state.held.toLocaleString('en') })}<div class="quiet small">{t('keep.oldest', { date: momentWords(ui.lang, state.oldest) })}</div></> : t('keep.empty')) : '–') },
              { key: 'last', head: t('keep.last'), cell: ({ rule, last }) => (last ? t('keep.lastWords', { date: momentWords(ui.lang, last.at), n: last.erased }) : rule.erase ? t('keep.never') : t('keep.own')) },
            ]}
          />
          <Notice>{t('keep.audit')}</Notice>
        </div>
      );
    },
  });
}
