/** Runs a set-up once for every element that matches, whenever it comes: first page, Turbo visit, form answer, frame or stream. */

type Setup<E extends Element> = (element: E) => void;
const registry: Array<{ selector: string; setup: Setup<Element>; seen: WeakSet<Element> }> = [];
let queued = false;

function scan(): void {
  queued = false;
  for (const { selector, setup, seen } of registry) {
    for (const element of document.querySelectorAll(selector)) {
      if (seen.has(element)) continue;
      seen.add(element);
      setup(element);
    }
  }
}

/** Registers a set-up; `E` must be what the selector finds. */
export function ready<E extends Element = HTMLElement>(selector: string, setup: Setup<E>): void {
  registry.push({ selector, setup: setup as Setup<Element>, seen: new WeakSet() });
}

/** Starts watching. Call once, after all set-ups are registered. */
export function watch(): void {
  scan();
  new MutationObserver(() => {
    if (queued) return;
    queued = true;
    queueMicrotask(scan);
  }).observe(document.documentElement, { childList: true, subtree: true });
}

/** Listens on the document for events of elements that match, now and later. */
export function on<K extends keyof DocumentEventMap>(type: K, selector: string, handle: (event: DocumentEventMap[K], element: HTMLElement) => void): void {
  document.addEventListener(type, (event) => {
    const start = event.target instanceof Element ? event.target : null;
    const element = start?.closest<HTMLElement>(selector);
    if (element) handle(event, element);
  });
}
