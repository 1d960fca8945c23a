/** Small helps: menus, dialogs, copying, showing a password, counting signs, choosing all rows, filters, printing, growing boxes, errors. */
import { on, ready } from './ready.ts';

function closeMenus(except?: Element | null): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]')) if (menu !== except) menu.open = false;
}

export function startMenus(): void {
  document.addEventListener('click', (event) => closeMenus(event.target instanceof Element ? event.target.closest('details[data-menu]') : null));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    const open = document.querySelector<HTMLDetailsElement>('details[data-menu][open]');
    if (!open) return;
    open.open = false;
    open.querySelector('summary')?.focus();
  });
}

export function startDialogs(): void {
  on('click', '[data-dialog]', (event, opener) => {
    const dialog = document.getElementById(opener.dataset['dialog'] ?? '');
    if (!(dialog instanceof HTMLDialogElement)) return;
    event.preventDefault();
    dialog.showModal();
  });
  on('click', '[data-dialog-close]', (_event, button) => button.closest('dialog')?.close());
}

export function startCopy(): void {
  on('click', '[data-copy]', (_event, button) => {
    const words = button.querySelector('[data-copy-words]') ?? button;
    const before = words.textContent;
    navigator.clipboard.writeText(button.dataset['copy'] ?? '').then(() => {
      words.textContent = button.dataset['copied'] ?? before;
      setTimeout(() => { words.textContent = before; }, 2000);
    }, () => undefined);
  });
}

export function startFields(): void {
  on('click', '[data-password-toggle]', (_event, button) => {
    const input = document.getElementById(button.dataset['passwordToggle'] ?? '');
    if (!(input instanceof HTMLInputElement)) return;
    const show = input.type === 'password';
    input.type = show ? 'text' : 'password';
    button.textContent = (show ? button.dataset['hide'] : button.dataset['show']) ?? '';
  });
  on('input', 'textarea[data-count]', (_event, area) => {
    const place = document.getElementById(`${area.id}-count`);
    const left = Number(area.dataset['count']) - Array.from((area as HTMLTextAreaElement).value).length;
    const words = left < 0 ? area.dataset['countOver'] : area.dataset['countLeft'];
    if (place && words) place.textContent = words.replace('{n}', Math.abs(left).toLocaleString('en'));
  });
  // newer browsers grow the box by CSS (field-sizing); this is for the others
  if (!CSS.supports('field-sizing', 'content')) {
    ready<HTMLTextAreaElement>('textarea[data-autosize]', (area) => {
      const fit = (): void => {
        area.style.height = 'auto';
        area.style.height = `${area.scrollHeight + 2}px`;
      };
      area.addEventListener('input', fit);
      fit();
    });
  }
  on('change', '[data-submit-on-change]', (_event, control) => control.closest('form')?.requestSubmit());
  on('input', '[data-choices-filter]', (_event, input) => {
    const words = (input as HTMLInputElement).value.trim().toLocaleLowerCase();
    // What is ticked stays in sight, so that nothing is chosen unseen.
    for (const line of document.querySelectorAll<HTMLElement>(`#${CSS.escape(input.dataset['choicesFilter'] ?? '')} .choice`)) {
      line.hidden = words !== '' && !line.querySelector<HTMLInputElement>('input')?.checked && !line.textContent.toLocaleLowerCase().includes(words);
    }
  });
  ready('[data-error-summary]', (summary) => summary.focus());
  on('click', '[data-print]', () => window.print());
}

function rowsOf(name: string, form: ParentNode): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>(`.row-check[name="${CSS.escape(name)}"]`)];
}

export function startSelection(): void {
  document.addEventListener('change', (event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement)) return;
    const form = box.closest('form') ?? document;
    const name = box.dataset['selectAll'] ?? (box.classList.contains('row-check') ? box.name : undefined);
    if (name === undefined) return;
    if (box.dataset['selectAll'] !== undefined) for (const row of rowsOf(name, form)) row.checked = box.checked;
    const chosen = rowsOf(name, form).filter((row) => row.checked).length;
    for (const all of form.querySelectorAll<HTMLInputElement>(`[data-select-all="${CSS.escape(name)}"]`)) {
      all.checked = chosen > 0 && chosen === rowsOf(name, form).length;
      all.indeterminate = chosen > 0 && !all.checked;
    }
    for (const place of form.querySelectorAll(`[data-select-count="${CSS.escape(name)}"]`)) place.textContent = String(chosen);
  });
}

/** A part that is fetched by itself keeps its link when the answer is another page: signed out meanwhile, no longer allowed. */
export function startParts(): void {
  document.addEventListener('turbo:frame-missing', (event) => event.preventDefault());
}

/** Before Turbo keeps a page for "back": nothing open, nothing stale. */
export function startTidy(): void {
  document.addEventListener('turbo:before-cache', () => {
    closeMenus();
    for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog[open]')) dialog.close();
    for (const toast of document.querySelectorAll('.flash-flow .toast, .flash-place .toast, .combo-list')) toast.remove();
  });
}
