/** Shows a paper as it will be while it is being written: posts `form[data-preview-url]` and puts the answer into `#<data-preview-target>`. */
import { ready } from './ready.ts';

const pause = 500;

function begin(form: HTMLFormElement): void {
  const url = form.dataset['previewUrl'];
  const targetId = form.dataset['previewTarget'];
  if (!url || !targetId) return;
  let timer = 0;
  let current: AbortController | undefined;
  const show = async (): Promise<void> => {
    const target = document.getElementById(targetId);
    if (!target) return;
    current?.abort();
    const mine = new AbortController();
    current = mine;
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
    target.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(url, { method: 'POST', body, headers: { Accept: 'text/html' }, signal: mine.signal });
      if (!answer.ok && answer.status !== 422) throw new Error(String(answer.status));
      target.innerHTML = await answer.text();
    } catch (error) {
      if (mine.signal.aborted) return;
      target.replaceChildren(Object.assign(document.createElement('p'), { className: 'quiet', textContent: form.dataset['previewFailed'] ?? '' }));
      if (!(error instanceof Error)) throw error;
    }
    target.removeAttribute('aria-busy');
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void show(), pause);
  });
}

export function startPreview(): void {
  ready<HTMLFormElement>('form[data-preview-url]', begin);
}
