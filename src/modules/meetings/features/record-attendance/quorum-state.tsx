import type { VNode } from 'preact';
import type { Language, Words } from '../../../../platform/words.ts';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { messages } from './messages.ts';

/** How the quorum stands: what there is, what is needed, by which rule. */
export function QuorumState({ quorum, lang }: { quorum: { present: number; needed: number; reached: boolean; rule: Words }; lang: Language }): VNode {
  const t = messages.in(lang);
  return (
    <p>
      <StateMark kind={quorum.reached ? 'done' : 'risk'}>{t(quorum.reached ? 'met' : 'missing')}</StateMark>{' '}
      {t('quorumNow', { present: quorum.present, needed: quorum.needed })} <span class="quiet">{t('rule', { rule: quorum.rule[lang] })}</span>
    </p>
  );
}
