/**
 * The form linter: `[data-lint-url]` inside a form is asked while typing and shows its answer in `[data-lint-answer]`. A
 * button `[data-lint-repair="field"]` in it puts its text where it belongs, if what stood there is still there.
 */
import { answers } from './answer.ts';
import { on, ready } from './ready.ts';
import { typeInto } from './typing.ts';

const pause = 800;

/** Names of files that are chosen but not sent yet: the linter asks whether there are enclosures. */
function chosenFiles(form: HTMLFormElement): (readonly [string, string])[] {
  return [...form.querySelectorAll<HTMLInputElement>('input[type="file"]')].flatMap((input) => [...(input.files ?? [])].map((file) => ['lintFiles', file.name] as const));
}

function begin(place: HTMLElement): void {
  const form = place.closest('form');
  const target = place.querySelector('[data-lint-answer]');
  const url = place.dataset['lintUrl'];
  if (!form || !target || !url) return;
  const ask = answers();
  let timer = 0;
  const look = (wait: number): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      void ask(form, url, target, place.dataset['lintFailed'] ?? '', chosenFiles(form)).then(() => { place.hidden = false; });
    }, wait);
  };
  form.addEventListener('input', () => look(pause));
  form.addEventListener('change', () => look(pause));
  if ([...form.querySelectorAll('textarea')].some((area) => area.value.trim() !== '')) look(0);
}

function control(form: HTMLFormElement, name: string): HTMLInputElement | HTMLTextAreaElement | undefined {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement ? found : undefined;
}

function repair(button: HTMLElement): void {
  const form = button.closest('form');
  const field = form && control(form, button.dataset['lintRepair'] ?? '');
  if (!field) return;
  const start = Number(button.dataset['lintStart']);
  const original = button.dataset['lintOriginal'] ?? '';
  const proposed = button.dataset['lintProposed'] ?? '';
  if (field.value.slice(start, start + original.length) === original) typeInto(field, start, start + original.length, proposed);
  // Also where the text is another by now: the answer on screen is then out of date.
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

export function startLint(): void {
  ready('[data-lint-url]', begin);
  on('click', '[data-lint-repair]', (_event, button) => repair(button));
}
