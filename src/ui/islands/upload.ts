/** Sends a form with files by XHR so that its progress can be seen and stopped: `form[data-upload]` with a `[data-upload-progress]` inside. */
import { visit } from '@hotwired/turbo';
import { forget } from './drafts.ts';
import { on, ready } from './ready.ts';
import { settle } from './values.ts';

const running = new WeakMap<HTMLFormElement, XMLHttpRequest>();

function hasFiles(form: HTMLFormElement): boolean {
  return [...form.querySelectorAll<HTMLInputElement>('input[type="file"]')].some((input) => (input.files?.length ?? 0) > 0);
}

function put(template: string | undefined, values: Record<string, number>): string {
  return (template ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

function send(form: HTMLFormElement, button: HTMLElement | null, place: HTMLElement): void {
  const bar = place.querySelector('progress');
  const words = place.querySelector<HTMLElement>('[data-upload-words]');
  const body = new FormData(form);
  if (button instanceof HTMLButtonElement && button.name) body.append(button.name, button.value);
  const request = new XMLHttpRequest();
  running.set(form, request);
  const began = Date.now();
  const finish = (text: string): void => {
    running.delete(form);
    if (words) words.textContent = text;
    form.removeAttribute('aria-busy');
  };
  request.upload.addEventListener('progress', (event) => {
    if (!event.lengthComputable) return;
    const part = event.loaded / event.total;
    if (bar) bar.value = part * 100;
    const seconds = Math.ceil(((Date.now() - began) / 1000) * (1 / Math.max(part, .001) - 1));
    const { wordsSent, wordsLeft } = place.dataset;
    if (words) words.textContent = `${put(wordsSent, { percent: Math.floor(part * 100) })} ${part < 1 && seconds > 1 ? put(wordsLeft, { seconds }) : ''}`;
  });
  request.addEventListener('load', () => {
    finish('');
    if (request.status < 400) {
      forget(form);
      settle(form);
      // The page has come already, with the words that are told once: asking for it again would lose them.
      visit(request.responseURL || form.action, { response: { statusCode: request.status, redirected: true, responseHTML: request.responseText } });
    } else if (request.getResponseHeader('content-type')?.includes('html')) {
      const page = new DOMParser().parseFromString(request.responseText, 'text/html');
      document.title = page.title;
      document.body.replaceWith(document.adoptNode(page.body));
      window.scrollTo(0, 0);
    } else finish(place.dataset['wordsFailed'] ?? '');
  });
  request.addEventListener('error', () => finish(place.dataset['wordsFailed'] ?? ''));
  request.addEventListener('abort', () => {
    finish('');
    place.hidden = true;
  });
  const target = button instanceof HTMLButtonElement && button.hasAttribute('formaction') ? button.formAction : form.action;
  request.open('POST', target);
  request.setRequestHeader('Accept', 'text/html');
  place.hidden = false;
  if (bar) bar.value = 0;
  form.setAttribute('aria-busy', 'true');
  request.send(body);
}

export function startUpload(): void {
  ready<HTMLFormElement>('form[data-upload]', (form) => {
    form.addEventListener('submit', (event) => {
      const place = form.querySelector<HTMLElement>('[data-upload-progress]');
      if (!place || !hasFiles(form) || event.defaultPrevented) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!running.has(form)) send(form, event.submitter, place);
    });
  });
  on('click', '[data-upload-cancel]', (_event, button) => {
    const form = button.closest('form');
    if (form) running.get(form)?.abort();
  });
  for (const type of ['dragenter', 'dragleave', 'drop'] as const) {
    on(type, '[data-drop]', (_event, place) => place.toggleAttribute('data-over', type === 'dragenter'));
  }
}
