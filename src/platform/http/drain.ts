/**
 * A process that was asked to stop: it says that it is not ready, sends open pages elsewhere, and answers what still
 * comes until it closes.
 */
export class Drain {
  readonly #handlers = new Set<() => void>();
  #begun = false;

  /** True once the process was asked to stop. */
  get begun(): boolean {
    return this.#begun;
  }

  /** Called once when it begins. */
  on(handler: () => void): void {
    this.#handlers.add(handler);
  }

  begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    for (const handler of this.#handlers) handler();
  }
}
