/**
 * Keeps what is typed on this device until it is sent: `form[data-draft="key"]`. Kept per person (`html[data-person]`), seven days at most,
 * and forgotten on signing out (`form[data-clear-drafts]`). `data-draft-for="tab"` keeps it for this tab only.
 */
import { on, ready } from './ready.ts';
import { fill, firstValues, isDirty, pairsOf } from './values.ts';

const prefix = 'krom.draft.';
const longest = 7 * 24 * 60 * 60 * 1000;
type Draft = { at: number; base: string; pairs: Array<[string, string]> };

function storeOf(form: HTMLFormElement): Storage {
  return form.dataset['draftFor'] === 'tab' ? sessionStorage : localStorage;
}

function keyOf(form: HTMLFormElement): string {
  return `${prefix}${document.documentElement.dataset['person'] ?? ''}.${form.dataset['draft'] ?? ''}`;
}

function read(store: Storage, key: string): Draft | undefined {
  try {
    const draft = JSON.parse(store.getItem(key) ?? 'null') as Draft | null;
    return draft && Date.now() - draft.at < longest ? draft : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets the draft of a form that has been sent. */
export function forget(form: HTMLFormElement): void {
  if (form.dataset['draft']) storeOf(form).removeItem(keyOf(form));
}

function forgetAll(only: (draft: Draft | undefined) => boolean): void {
  for (const store of [localStorage, sessionStorage]) {
    for (const key of Object.keys(store)) {
      if (key.startsWith(prefix) && only(read(store, key))) store.removeItem(key);
    }
  }
}

function keep(form: HTMLFormElement): void {
  if (!isDirty(form)) return forget(form);
  const draft: Draft = { at: Date.now(), base: firstValues(form), pairs: pairsOf(form) };
  try {
    storeOf(form).setItem(keyOf(form), JSON.stringify(draft));
  } catch {
    // a full or forbidden store only means that there is no draft
  }
}

export function startDrafts(): void {
  forgetAll((draft) => draft === undefined);
  ready<HTMLFormElement>('form[data-draft]', (form) => {
    const base = firstValues(form);
    const draft = read(storeOf(form), keyOf(form));
    // another base: the record has changed, or the server has given back the typed words itself
    if (draft && draft.base === base) {
      fill(form, draft.pairs);
      form.querySelector<HTMLElement>('[data-draft-notice]')?.removeAttribute('hidden');
    }
    let timer = 0;
    form.addEventListener('input', () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => keep(form), 400);
    });
    form.addEventListener('submit', () => clearTimeout(timer));
  });
  on('click', '[data-draft-discard]', (_event, button) => {
    const form = button.closest('form');
    if (!form) return;
    forget(form);
    fill(form, JSON.parse(firstValues(form)) as Array<[string, string]>);
    form.querySelector('[data-draft-notice]')?.setAttribute('hidden', '');
  });
  document.addEventListener('turbo:submit-end', (event) => {
    const { success } = (event as CustomEvent<{ success: boolean }>).detail;
    if (!(event.target instanceof HTMLFormElement) || !success) return;
    forget(event.target);
    if ('clearDrafts' in event.target.dataset) forgetAll(() => true);
  });
}
