/** Shows a paper as it will be while it is being written: posts `form[data-preview-url]` and puts the answer into `#<data-preview-target>`. */
import { answers } from './answer.ts';
import { ready } from './ready.ts';

const pause = 500;

function begin(form: HTMLFormElement): void {
  const url = form.dataset['previewUrl'];
  const targetId = form.dataset['previewTarget'];
  if (!url || !targetId) return;
  let timer = 0;
  const ask = answers();
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      const target = document.getElementById(targetId);
      if (target) void ask(form, url, target, form.dataset['previewFailed'] ?? '');
    }, pause);
  });
}

export function startPreview(): void {
  ready<HTMLFormElement>('form[data-preview-url]', begin);
}
