// What the screens of the module share.
import type { ComponentChildren, VNode } from 'preact';
import type { Ui } from '../../platform/http/ui.ts';
import { ButtonLink } from '../../ui/components/button.tsx';
import { EmptyState } from '../../ui/components/empty-state.tsx';
import { PageHead } from '../../ui/components/page-head.tsx';
import { StateMark } from '../../ui/components/state-mark.tsx';
import { useIds } from '../../ui/context.tsx';
import type { Finding } from './domain/finding.ts';
import { messages } from './messages.ts';

export interface FindingListProps {
  readonly ui: Ui;
  readonly findings: readonly Finding[];
  /** Name of the form's field that a finding is told at, for a link to it; undefined where the page has none. The finding's own field unless told otherwise. */
  readonly inputOf?: (finding: Finding) => string | undefined;
  /** Button that writes the one likely answer, for findings that have a `repair`: the form and the address are the page's. */
  readonly repair?: (finding: Finding, value: string) => ComponentChildren;
  /** Said when nothing was found; a plain sentence unless told otherwise, nothing at all with `null`. */
  readonly none?: ComponentChildren;
}

/** Findings of a check, errors first: severity as shape and word, the sentence, a link to the field, the repair if there is one. */
export function FindingList({ ui, findings, inputOf = ({ field }) => field, repair, none }: FindingListProps): VNode | null {
  const t = messages.in(ui.lang);
  const ids = useIds();
  if (findings.length === 0) return none === null ? null : <p><StateMark kind="done" wrap>{none ?? t('find.none')}</StateMark></p>;
  const ordered = [...findings.filter(({ severity }) => severity === 'error'), ...findings.filter(({ severity }) => severity === 'warning')];
  return (
    <ul class="check-found">
      {ordered.map((finding) => {
        const input = inputOf(finding);
        return (
          <li data-code={finding.code}>
            <StateMark kind={finding.severity === 'error' ? 'late' : 'risk'}>{t(`find.${finding.severity}`)}</StateMark>
            <div>
              {input === undefined ? ui.text(finding.words) : <a href={`#${ids(input)}`}>{ui.text(finding.words)}</a>}
              {finding.repair !== undefined && repair ? <div>{repair(finding, finding.repair)}</div> : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** `แก้ไข 2 จุด ตรวจสอบ 1 จุด`, or that all is well: the head of a list of findings. */
export function findingCount(ui: Ui, findings: readonly Finding[]): string {
  const t = messages.in(ui.lang);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  return [errors > 0 ? t('find.errors', { n: errors }) : '', warnings > 0 ? t('find.warnings', { n: warnings }) : ''].filter(Boolean).join(' · ') || t('find.none');
}

/** A house in which no year was begun yet: what to do next, for who may. */
export function NoYear({ ui, title }: { readonly ui: Ui; readonly title: string }): VNode {
  const t = messages.in(ui.lang);
  const keeps = ui.can('performance.keep');
  return (
    <div class="stack-l">
      <PageHead title={title} actions={keeps ? <ButtonLink kind="main" href="/performance/cycles/new">{t('beginYear')}</ButtonLink> : undefined} />
      <EmptyState title={t('noYear')}>{t(keeps ? 'noYearKeeper' : 'noYearText')}</EmptyState>
    </div>
  );
}
