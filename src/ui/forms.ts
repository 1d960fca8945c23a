/** The shape in which a form's values and errors reach the components. */

/** What was typed in one field, and what is wrong with it. */
export type FieldState = { value?: string | string[]; error?: string };

/** All fields of a form by name, and errors that belong to no field. */
export type FormState = { fields: Readonly<Record<string, FieldState>>; errors?: readonly string[] };

/** Props for the field `name`, to be spread: `<TextField {...fieldOf(state, 'subject')} label="…" />`. */
export function fieldOf(state: FormState, name: string): FieldState & { name: string } {
  return { name, ...state.fields[name] };
}

/** The errors of a form in the order of `order` (the order on screen), for the error summary. */
export function summaryOf(state: FormState, order: readonly string[] = Object.keys(state.fields)): FormError[] {
  const general = (state.errors ?? []).map((message) => ({ message }));
  const ofFields = order.flatMap((name) => {
    const error = state.fields[name]?.error;
    return error ? [{ name, message: error }] : [];
  });
  return [...general, ...ofFields];
}

export type FormError = { name?: string; message: string };

/** The single value of a field that holds one. */
export function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** The values of a field that may hold several. */
export function many(value: string | string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
