/** Asks before a page with unsent words is left: `form[data-guard="question"]`. */
import { isDirty, firstValues, settle } from './values.ts';
import { ready } from './ready.ts';

const sending = new WeakSet<HTMLFormElement>();

function unsent(): HTMLFormElement | undefined {
  return [...document.querySelectorAll<HTMLFormElement>('form[data-guard]')].find((form) => !sending.has(form) && isDirty(form));
}

export function startGuard(): void {
  ready<HTMLFormElement>('form[data-guard]', (form) => {
    firstValues(form);
    form.addEventListener('submit', () => sending.add(form));
  });
  window.addEventListener('beforeunload', (event) => {
    if (unsent()) event.preventDefault();
  });
  document.addEventListener('turbo:before-visit', (event) => {
    const form = unsent();
    if (!form) return;
    if (window.confirm(form.dataset['guard'])) settle(form);
    else event.preventDefault();
  });
  document.addEventListener('turbo:submit-end', (event) => {
    if (event.target instanceof HTMLFormElement && !(event as CustomEvent<{ success: boolean }>).detail.success) sending.delete(event.target);
  });
}
