/** Parts that the screens of certificates share. */
import type { ComponentChildren, VNode } from 'preact';
import type { Ui } from '../../../platform/http/ui.ts';
import { dayWords, momentWords } from '../../../platform/when.ts';
import type { Language } from '../../../platform/words.ts';
import { bangkokDate, localDate, toThaiDigits } from '../../../thai/index.ts';
import { DefinitionList } from '../../../ui/components/definition-list.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { Section } from '../../../ui/components/panel.tsx';
import { StateMark } from '../../../ui/components/state-mark.tsx';
import type { StateKind } from '../../../ui/components/state-mark.tsx';
import { Timeline } from '../../../ui/components/timeline.tsx';
import { m } from './messages.ts';
import { daysLeft, shownState } from '../domain/certificate-state.ts';
import type { ShownState } from '../domain/certificate-state.ts';
import type { CertificateEvent, CertificateRow } from '../store/certificates.ts';
import type { WarningKind } from './take-in.ts';

const kinds: Readonly<Record<ShownState, StateKind>> = {
  requested: 'wait', sent: 'going', received: 'going', active: 'done', 'not-yet': 'wait', expired: 'late', refused: 'void', revoked: 'void', replaced: 'void', removed: 'void',
};

export const dayOf = (lang: Language, at: Date): string => dayWords(lang, bangkokDate(at));

/** The state in a shape and a word; one that ends within `soonDays` says how many are left. */
export function CertificateMark({ ui, row, now, soonDays }: { ui: Ui; row: CertificateRow; now: Date; soonDays: number }): VNode {
  const t = m.in(ui.lang);
  const state = shownState(row, now);
  const left = row.validTo ? daysLeft(row.validTo, now) : Number.POSITIVE_INFINITY;
  return state === 'active' && left <= soonDays
    ? <StateMark kind="risk" wrap>{t('state.active')} · {t('left', { n: left })}</StateMark>
    : <StateMark kind={kinds[state]} wrap>{t(`state.${state}`)}</StateMark>;
}

/** In whose name a certificate is. */
export function nameOfPost(ui: Ui, row: Pick<CertificateRow, 'positionTitle'>): string {
  return row.positionTitle ?? m.in(ui.lang)('personal');
}

/** Everything that is known of a certificate. */
export function CertificateFactsList({ ui, row, hasKey }: { ui: Ui; row: CertificateRow; hasKey?: boolean }): VNode {
  const t = m.in(ui.lang);
  const letter = [row.authority, toThaiDigits(row.letterReference), row.letterDate ? dayWords(ui.lang, localDate(row.letterDate)) : ''].filter(Boolean).join(' · ');
  return (
    <DefinitionList ruled items={[
      { term: t('position'), value: nameOfPost(ui, row) },
      { term: t('subject'), value: row.subject || undefined },
      { term: t('subjectPost'), value: row.subjectPost || undefined },
      { term: t('issuer'), value: row.issuer || undefined },
      { term: t('validity'), value: row.validFrom && row.validTo ? t('span', { from: dayOf(ui.lang, row.validFrom), to: dayOf(ui.lang, row.validTo) }) : undefined },
      { term: t('serial'), value: row.serial ? <code class="break">{row.serial}</code> : undefined },
      { term: t('fingerprint'), value: row.fingerprint ? <code class="break">{row.fingerprint}</code> : undefined },
      { term: t('key'), value: row.kind === 'remote' ? t('keyRemote') : hasKey === undefined ? undefined : t(hasKey ? 'keyHere' : 'keyNotHere') },
      { term: t('requestedAs'), value: [row.requestedName, row.requestedPost, row.requestedEmail].filter(Boolean).join(' · ') },
      { term: t('requestedBy'), value: `${row.requestedByName} · ${momentWords(ui.lang, row.requestedAt)}` },
      { term: t('letter'), value: letter || undefined },
      { term: t('handed'), value: row.handedByName && row.handedAt ? `${row.handedByName} · ${momentWords(ui.lang, row.handedAt)}` : undefined },
      { term: t('identity'), value: row.identityCheck ?? undefined },
      { term: t('ended'), value: row.endedOn ? dayWords(ui.lang, localDate(row.endedOn)) : undefined },
      { term: t('reason'), value: row.endedReason || undefined },
    ]} />
  );
}

/** What did not agree when the certificate was taken in. */
export function CertificateWarnings({ ui, row }: { ui: Ui; row: CertificateRow }): VNode | null {
  const t = m.in(ui.lang);
  if (row.warnings.length === 0) return null;
  return <Notice kind="warn" title={t('warnings')}><ul>{row.warnings.map((one) => <li key={one}>{t(`warning.${one as WarningKind}`)}</li>)}</ul></Notice>;
}

export function CertificateHistory({ ui, events }: { ui: Ui; events: readonly CertificateEvent[] }): VNode {
  const t = m.in(ui.lang);
  return (
    <Section title={t('history')}>
      <Timeline label={t('history')} items={events.map((event) => ({
        text: t(`act.${event.act}`), by: event.byName, time: momentWords(ui.lang, event.at), iso: event.at.toISOString(),
        ...(event.note ? { note: event.note } : {}), state: ['refused', 'revoked', 'replaced', 'removed'].includes(event.act) ? 'void' as const : 'done' as const,
      }))} />
    </Section>
  );
}

/** A form that stays folded until it is wanted: open at once where it came back with words. */
export function Folded({ ui, at, label, children }: { ui: Ui; at: string; label: string; children: ComponentChildren }): VNode {
  return <details open={ui.form.action === at}><summary>{label}</summary><div class="stack">{children}</div></details>;
}
