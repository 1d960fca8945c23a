/** What a failed page says: what happened, what is safe, what can be done. Never a stack. */
import type { ComponentChildren, VNode } from 'preact';
import { useUi } from '../context.tsx';
import { ButtonLink, ButtonRow } from './button.tsx';
import { Copyable } from './copyable.tsx';

/** 404 · 403 · 500 · 429 · 401 after a session ended · 503 */
export type ErrorKind = 'notFound' | 'forbidden' | 'broken' | 'tooMany' | 'session' | 'away';

export type ErrorPageProps = {
  kind: ErrorKind;
  /** Where "back to the first page" leads. */
  homeHref?: string;
  /** Where to sign in again, or the same address to try again. */
  actionHref?: string;
  /** Shown so that it can be told to the administrator; always for `broken`. */
  requestId?: string;
  /** Seconds until a retry may work, for `tooMany` and `away`. */
  retryAfter?: number;
  /** Instead of the usual sentence. */
  children?: ComponentChildren;
  level?: 1 | 2;
};

export function ErrorPage({ kind, homeHref = '/', actionHref, requestId, retryAfter, children, level = 1 }: ErrorPageProps): VNode {
  const { t, format } = useUi();
  const title = t(`error.${kind}.title`);
  const action = kind === 'session' ? t('error.session.action') : t('error.retry');
  return (
    <div class="error-page">
      {level === 1 ? <h1>{title}</h1> : <h2>{title}</h2>}
      <div>{children ?? <p>{t(`error.${kind}.text`)}</p>}</div>
      {retryAfter === undefined ? null : <p>{t('error.tooMany.wait', { n: format.number(retryAfter) })}</p>}
      {requestId ? <div class="error-code">{t('error.requestId')} <Copyable value={requestId} /></div> : null}
      <ButtonRow>
        {actionHref ? <ButtonLink kind="main" href={actionHref} plainVisit>{action}</ButtonLink> : null}
        <ButtonLink kind={actionHref ? 'quiet' : 'main'} href={homeHref}>{t('error.home')}</ButtonLink>
      </ButtonRow>
    </div>
  );
}
