/**
 * Points at a place in a document: selecting text in a line of `[data-line-pick="formId"]`, or pressing a line's number, fills the fields
 * `[data-line-field="id" | "no" | "quote"]` of that form, shows its `[data-line-chosen]`, and leads to `[data-line-field="new"]`.
 */
import { on } from './ready.ts';

function set(form: HTMLFormElement, field: string, value: string): void {
  for (const control of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLOutputElement>(`[data-line-field="${field}"]`)) {
    if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement || control instanceof HTMLOutputElement) {
      control.value = value;
      control.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
}

function pick(line: HTMLElement, quote: string, lead: boolean): boolean {
  const sheet = line.closest<HTMLElement>('[data-line-pick]');
  const form = document.getElementById(sheet?.dataset['linePick'] ?? '');
  if (!sheet || !(form instanceof HTMLFormElement)) return false;
  for (const other of sheet.querySelectorAll('.ln.is-marked')) other.classList.remove('is-marked');
  line.classList.add('is-marked');
  set(form, 'id', line.dataset['lineId'] ?? '');
  set(form, 'no', line.dataset['lineNo'] ?? '');
  set(form, 'quote', quote);
  for (const part of form.querySelectorAll<HTMLElement>('[data-line-chosen]')) part.hidden = false;
  if (lead) form.querySelector<HTMLElement>('[data-line-field="new"]')?.focus();
  return true;
}

function words(line: HTMLElement): string {
  const copy = line.cloneNode(true) as HTMLElement;
  for (const extra of copy.querySelectorAll('.ln-no, .vh, del')) extra.remove();
  return (copy.textContent ?? '').trim();
}

export function startLines(): void {
  on('mouseup', '[data-line-pick]', () => {
    const selection = getSelection();
    if (!selection || selection.isCollapsed) return;
    const node = selection.anchorNode;
    const line = (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('.ln');
    // the selection stays as it is, so that more can be taken in; the focus is not moved
    if (line) pick(line, selection.toString().trim(), false);
  });
  on('click', '[data-line-pick] .ln-no a', (event, link) => {
    const line = link.closest<HTMLElement>('.ln');
    if (line && pick(line, words(line), true)) event.preventDefault();
  });
}
