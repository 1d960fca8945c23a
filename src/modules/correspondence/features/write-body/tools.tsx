// Buttons over the box of a letter's text. They need script, and stay hidden without it: the plain text form is enough.
import type { VNode } from 'preact';
import { useUi } from '../../../../ui/context.tsx';
import { messages } from './messages.ts';

/** One line before the `textarea` of that name, inside its form. */
export function BodyTools({ name = 'body' }: { name?: string }): VNode {
  const t = messages.in(useUi().lang);
  const button = (act: 'entry' | 'lower' | 'table' | 'undo') => (
    <button type="button" class="btn" data-body-act={act} {...(act === 'table' ? { 'data-body-table': t('tableWords') } : {})}>{t(act)}</button>
  );
  return (
    <div class="stack-s" data-body-tools={name} role="group" aria-label={t('label')} hidden>
      <p class="cluster">{button('entry')}{button('lower')}{button('table')}{button('undo')}</p>
      <p class="quiet small">{t('paste')}</p>
    </div>
  );
}
