/** A form's typed values as text: to see whether anything changed, and to keep a draft. Never passwords, files or hidden fields. */

type Pair = [name: string, value: string];
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function controls(form: HTMLFormElement): Control[] {
  return [...form.elements].filter((element): element is Control =>
    (element instanceof HTMLInputElement && !['hidden', 'password', 'file', 'submit', 'button'].includes(element.type))
    || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement).filter((control) => control.name !== '');
}

function isChoice(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox');
}

/** What is typed and chosen now. */
export function pairsOf(form: HTMLFormElement): Pair[] {
  return controls(form).flatMap((control): Pair[] => {
    if (isChoice(control)) return control.checked ? [[control.name, control.value]] : [];
    return [[control.name, control.value]];
  });
}

/** Puts values back and tells other islands that they changed. */
export function fill(form: HTMLFormElement, pairs: readonly Pair[]): void {
  const left = new Map<string, string[]>();
  for (const [name, value] of pairs) left.set(name, [...(left.get(name) ?? []), value]);
  for (const control of controls(form)) {
    if (isChoice(control)) control.checked = left.get(control.name)?.includes(control.value) ?? false;
    else {
      const value = left.get(control.name)?.shift();
      if (value === undefined) continue;
      control.value = value;
    }
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

const firsts = new WeakMap<HTMLFormElement, string>();

/** The values with which the form came from the server. */
export function firstValues(form: HTMLFormElement): string {
  const known = firsts.get(form);
  if (known !== undefined) return known;
  const now = JSON.stringify(pairsOf(form));
  firsts.set(form, now);
  return now;
}

export function isDirty(form: HTMLFormElement): boolean {
  return firstValues(form) !== JSON.stringify(pairsOf(form));
}

/** From here on the present values count as saved, or those that were sent (`JSON.stringify(pairsOf(form))` then). */
export function settle(form: HTMLFormElement, values: string = JSON.stringify(pairsOf(form))): void {
  firsts.set(form, values);
}
