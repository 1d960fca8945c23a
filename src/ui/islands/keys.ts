/**
 * Single-key shortcuts. `j` `k` walk `[data-keys-list]` (links with `data-keys-skip` are passed over), the arrows do so from
 * the search box and inside a list that is no table, `Enter` opens by itself (it is a link), `/` goes to `[data-key-search]`,
 * `x` chooses the line of a table that one stands at, `?` opens `#keys-dialog`, and `[data-key="x"]` is pressed by x. Off under `html[data-keys="off"]` and while typing.
 */

/** The Latin letter of the key, whatever layout is on: with a Thai layout the key J gives a tone mark. */
function letterOf(event: KeyboardEvent): string {
  if (/^[\u0021-\u007e]$/.test(event.key)) return event.key;
  if (event.code.startsWith('Key')) return event.code.slice(3).toLowerCase();
  if (event.code === 'Slash') return event.shiftKey ? '?' : '/';
  return event.key;
}

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select'));
}

function seen(element: HTMLElement): boolean {
  return element.checkVisibility();
}

function stops(list: Element): HTMLElement[] {
  if (list instanceof HTMLTableElement) return [...list.tBodies].flatMap((body) => [...body.rows]).flatMap((row) => row.querySelector<HTMLElement>('a[href]') ?? []);
  return [...list.querySelectorAll<HTMLElement>('a[href]:not([data-keys-skip])')];
}

function walk(step: 1 | -1): boolean {
  const lists = [...document.querySelectorAll<HTMLElement>('[data-keys-list]')].filter(seen);
  const list = lists.find((candidate) => candidate.contains(document.activeElement)) ?? lists[0];
  if (!list) return false;
  const all = stops(list);
  const focused = all.findIndex((stop) => stop === document.activeElement);
  const shown = all.findIndex((stop) => stop.closest('[aria-current]') !== null);
  const next = focused >= 0 ? focused + step : shown >= 0 ? shown + step : 0;
  const stop = all[Math.min(Math.max(next, 0), all.length - 1)];
  stop?.focus();
  stop?.scrollIntoView({ block: 'nearest' });
  return stop !== undefined;
}

function press(letter: string): boolean {
  if (letter === 'j') return walk(1);
  if (letter === 'k') return walk(-1);
  // Chooses the line of a table that stands at: its own box, where it has one.
  const pick = letter === 'x' ? document.activeElement?.closest('tr')?.querySelector<HTMLInputElement>('input.row-check') : undefined;
  if (pick) {
    pick.click();
    return true;
  }
  if (letter === '/') {
    const box = document.querySelector<HTMLInputElement>('[data-key-search]');
    box?.focus();
    box?.select();
    return box !== null;
  }
  if (letter === '?') {
    const dialog = document.querySelector<HTMLDialogElement>('dialog#keys-dialog');
    dialog?.showModal();
    return dialog !== null;
  }
  const button = [...document.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(letter)}"]`)].find((candidate) => seen(candidate) && !candidate.matches(':disabled'));
  button?.click();
  return button !== undefined;
}

/** The arrows go from the search box into what was found, and on there. */
function arrow(key: string): boolean {
  const active = document.activeElement;
  const inside = active?.closest('ul[data-keys-list]') !== null && active !== null;
  if (key === 'ArrowDown' && active?.matches('[data-key-search]')) return walk(1);
  return inside && (key === 'ArrowDown' || key === 'ArrowUp') && walk(key === 'ArrowDown' ? 1 : -1);
}

export function startKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey && !event.isComposing && arrow(event.key)) event.preventDefault();
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat && !/^Key[JK]$/.test(event.code)) return;
    if (document.documentElement.dataset['keys'] === 'off' || typing(event.target) || document.querySelector('dialog[open]')) return;
    const letter = letterOf(event);
    if (letter.length === 1 && press(letter)) event.preventDefault();
  });
  // Whoever opened a line and comes back stands at that line again.
  document.addEventListener('turbo:before-cache', () => {
    document.activeElement?.closest('[data-keys-list] a[href]')?.setAttribute('data-key-left', '');
  });
  document.addEventListener('turbo:load', () => {
    const left = document.querySelector<HTMLElement>('[data-key-left]');
    left?.removeAttribute('data-key-left');
    left?.focus();
  });
}
