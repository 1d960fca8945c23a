/**
 * Imported before Turbo. On loading, Turbo puts a <style> for its progress bar into the head, which the policy (style-src 'self') forbids and
 * reports. For that one moment the head takes no style elements; `settleHead` gives it back. The bar itself is drawn by layout.css.
 */
const head = document.head;

head.insertBefore = <N extends Node>(node: N, before: Node | null): N => (node instanceof HTMLStyleElement ? node : Node.prototype.insertBefore.call(head, node, before) as N);

/** To be called once Turbo is loaded. */
export function settleHead(): void {
  Reflect.deleteProperty(head, 'insertBefore');
}
