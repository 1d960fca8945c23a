/** A list that filters as one types, over the field's own datalist or an address: `[data-combobox]`. Pattern: ARIA combobox with list autocomplete. */
import { ready } from './ready.ts';

type Entry = { value: string; hint?: string };
let serial = 0;

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[\s.\u200b\u2060]+/g, '');
}

function begin(box: HTMLElement): void {
  const input = box.querySelector('input');
  if (!input) return;
  // remembered on the element, so that a page restored from Turbo's cache finds it again
  const listId = input.getAttribute('list') ?? input.dataset['list'];
  if (listId) input.dataset['list'] = listId;
  input.removeAttribute('list');
  box.querySelector('.combo-list')?.remove();
  const local: Entry[] = [...(listId ? document.getElementById(listId)?.querySelectorAll('option') ?? [] : [])].map((option) => ({ value: option.value, hint: option.getAttribute('label') ?? undefined }));
  const list = document.createElement('div');
  const id = `combo-${serial += 1}`;
  list.className = 'combo-list';
  list.id = id;
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.labels?.[0]?.textContent ?? '');
  box.append(list);
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id })) input.setAttribute(name, value);

  let at = -1;
  let shown: Entry[] = [];
  let asking: AbortController | undefined;

  const close = (): void => {
    list.hidden = true;
    at = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const mark = (next: number): void => {
    at = next;
    [...list.children].forEach((option, index) => {
      option.setAttribute('aria-selected', String(index === at));
      if (index === at) {
        input.setAttribute('aria-activedescendant', option.id);
        option.scrollIntoView({ block: 'nearest' });
      }
    });
  };
  const choose = (entry: Entry): void => {
    input.value = entry.value;
    close();
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
    close();
  };
  const draw = (entries: Entry[]): void => {
    shown = entries.slice(0, 50);
    list.replaceChildren(...shown.map((entry, index) => {
      const option = Object.assign(document.createElement('div'), { className: 'combo-option', id: `${id}-${index}`, textContent: entry.value });
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      if (entry.hint) option.append(Object.assign(document.createElement('span'), { className: 'quiet', textContent: entry.hint }));
      option.addEventListener('mousedown', (event) => {
        event.preventDefault();
        choose(entry);
      });
      return option;
    }));
    if (shown.length === 0) {
      const none = Object.assign(document.createElement('div'), { className: 'combo-none', textContent: box.dataset['wordsNone'] ?? '' });
      none.setAttribute('role', 'option');
      none.setAttribute('aria-disabled', 'true');
      list.append(none);
    }
    list.hidden = false;
    at = -1;
    input.setAttribute('aria-expanded', 'true');
    input.removeAttribute('aria-activedescendant');
  };
  const open = async (all = false): Promise<void> => {
    const url = box.dataset['comboboxUrl'];
    if (!url) {
      const wanted = all ? '' : plain(input.value);
      draw(local.filter((entry) => plain(`${entry.value} ${entry.hint ?? ''}`).includes(wanted)));
      return;
    }
    asking?.abort();
    const mine = new AbortController();
    asking = mine;
    try {
      const address = new URL(url, location.href);
      address.searchParams.set('q', input.value);
      const answer = await fetch(address, { headers: { Accept: 'application/json' }, signal: mine.signal });
      if (answer.ok) draw(await answer.json() as Entry[]);
    } catch {
      // no answer, no list: what is typed is sent as it is
    }
  };

  input.addEventListener('input', () => { if (document.activeElement === input) void open(); });
  input.addEventListener('click', () => { if (list.hidden) void open(true); });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) void open(true);
      else if (shown.length > 0) mark((at + (event.key === 'ArrowDown' ? 1 : -1) + shown.length) % shown.length);
    } else if (event.key === 'Enter' && !list.hidden) {
      const entry = shown[at];
      if (!entry) return;
      event.preventDefault();
      choose(entry);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
}

export function startCombobox(): void {
  ready('[data-combobox]', begin);
}
