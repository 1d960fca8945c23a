/** Changes the colours at once and tells the server afterwards: `form[data-theme-switch]` with buttons named `theme`. */
import { cache } from '@hotwired/turbo';

function apply(theme: string): void {
  const root = document.documentElement;
  if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme;
  else delete root.dataset['theme'];
  document.querySelector('meta[name="color-scheme"]')?.setAttribute('content', theme === 'system' ? 'light dark' : theme);
  for (const button of document.querySelectorAll('[data-theme-switch] button[name="theme"]')) {
    button.setAttribute('aria-pressed', String(button.getAttribute('value') === theme));
  }
}

export function startTheme(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    const button = event.submitter;
    if (!(form instanceof HTMLFormElement) || !form.hasAttribute('data-theme-switch') || !(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    apply(button.value);
    cache.clear();
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) body.append(name, String(value));
    body.append(button.name, button.value);
    // the screen has changed already; if the server does not hear of it, the next page is as before
    fetch(form.action, { method: 'POST', body, redirect: 'manual' }).catch(() => undefined);
  }, { capture: true });
}
