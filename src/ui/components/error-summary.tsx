/** What is wrong with a form, at the top, each line leading to its field. With scripts it takes the focus. */
import type { VNode } from 'preact';
import { useIds, useUi } from '../context.tsx';
import type { FormError } from '../forms.ts';

export type ErrorSummaryProps = { errors: readonly FormError[]; title?: string; /** Does not take the focus. */ still?: boolean };

/** Nothing at all when there are no errors. */
export function ErrorSummary({ errors, title, still }: ErrorSummaryProps): VNode | null {
  const { t } = useUi();
  const ids = useIds();
  if (errors.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabIndex={-1} data-error-summary={still ? undefined : ''}>
      <h2>{title ?? t('error.summary', { n: errors.length })}</h2>
      <ul>
        {errors.map((error) => <li>{error.name ? <a href={`#${ids(error.name)}`}>{error.message}</a> : error.message}</li>)}
      </ul>
    </div>
  );
}
