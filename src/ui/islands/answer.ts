/** Posts what is typed in a form as a question and shows the answer (HTML) in an element; a newer question cuts an older one off. */

export interface Answer {
  (form: HTMLFormElement, url: string, target: Element, failed: string, more?: ReadonlyArray<readonly [string, string]>): Promise<void>;
}

/** One place that is asked for again and again. */
export function answers(): Answer {
  let current: AbortController | undefined;
  return async (form, url, target, failed, more = []) => {
    current?.abort();
    const mine = new AbortController();
    current = mine;
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
    for (const [name, value] of more) body.append(name, value);
    target.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(url, { method: 'POST', body, headers: { Accept: 'text/html' }, signal: mine.signal });
      if (!answer.ok && answer.status !== 422) throw new Error(String(answer.status));
      target.innerHTML = await answer.text();
    } catch (error) {
      if (mine.signal.aborted) return;
      target.replaceChildren(Object.assign(document.createElement('p'), { className: 'quiet', textContent: failed }));
      if (!(error instanceof Error)) throw error;
    }
    target.removeAttribute('aria-busy');
  };
}
