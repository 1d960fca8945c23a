/**
 * Saves a form by itself while it is filled in: `form[data-autosave]`. It sends what the button would send, to the same address, and
 * takes version and key for the next time from the page that comes back; `[data-autosave-refresh]` with an id are brought up to date.
 * What is refused stays in the fields, and the button then shows the page that says why.
 */
import { forget } from './drafts.ts';
import { ready } from './ready.ts';
import { isDirty, pairsOf, settle } from './values.ts';

const pause = 1500;

function refresh(page: Document): void {
  for (const old of document.querySelectorAll<HTMLElement>('[data-autosave-refresh][id]')) {
    const fresh = page.getElementById(old.id);
    if (fresh) old.replaceWith(document.adoptNode(fresh));
  }
}

function begin(form: HTMLFormElement): void {
  const { autosaveSaving = '', autosaveSaved = '', autosaveFailed = '' } = form.dataset;
  let timer = 0;
  let running: Promise<void> | undefined;
  let stopped = false;
  const say = (words: string): void => {
    const place = form.querySelector('[data-autosave-status]');
    if (place) place.textContent = words;
  };
  const save = async (): Promise<void> => {
    const sent = JSON.stringify(pairsOf(form));
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
    say(autosaveSaving);
    try {
      const answer = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = [...page.querySelectorAll<HTMLFormElement>('form[data-autosave]')].find((one) => one.getAttribute('action') === form.getAttribute('action'));
      if (!answer.ok || !fresh) {
        // Somebody else saved meanwhile, or one is signed out: from here on only the button sends.
        stopped = answer.status !== 422;
        say(page.querySelector('[data-error-summary] li')?.textContent ?? autosaveFailed);
        return;
      }
      for (const input of fresh.querySelectorAll<HTMLInputElement>('input[type="hidden"][name]')) {
        const own = form.querySelector<HTMLInputElement>(`input[type="hidden"][name="${CSS.escape(input.name)}"]`);
        if (own) own.value = input.value;
      }
      settle(form, sent);
      if (!isDirty(form)) forget(form);
      refresh(page);
      say(autosaveSaved.replace('{time}', new Date().toLocaleTimeString('th-TH', { hour: '2-digit', minute: '2-digit' })));
    } catch {
      say(autosaveFailed);
    }
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (stopped || !form.isConnected || !isDirty(form)) return;
      if (running) return later();
      running = save().finally(() => { running = undefined; });
    }, pause);
  };
  form.addEventListener('input', later);
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    if (!running) return;
    // The version on its way comes first, or the button would meet it as somebody else's.
    event.preventDefault();
    event.stopImmediatePropagation();
    const { submitter } = event;
    void running.then(() => form.requestSubmit(submitter));
  });
}

export function startAutosave(): void {
  ready<HTMLFormElement>('form[data-autosave]', begin);
}
