import type { Result } from '../result.ts';
import { z } from 'zod';
import type { Words } from '../words.ts';
import type { Field } from './fields.ts';

/** What a browser sent, field by field. Repeated names are lists. */
export type RawBody = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A form as typed, with words at the fields that cannot be taken. Empty on a first view. */
export interface FormState {
  readonly values: RawBody;
  readonly errors: Readonly<Record<string, Words>>;
  /** Words for the whole form, above the fields' own. */
  readonly message?: Words;
  /** Address that the form was posted to: a page with several forms shows the state at that one only. */
  readonly action?: string;
  /** What was found in a file that was shown to the page (`defineInspection`). */
  readonly inspected?: { readonly fileName: string; readonly size: number; readonly result: Result<unknown> };
}

export const emptyFormState: FormState = { values: {}, errors: {} };

// Forms of any fields: their values are typed by FormValues.
// oxlint-disable-next-line typescript/no-explicit-any
export type Fields = Readonly<Record<string, Field<any>>>;

export interface Form<F extends Fields = Fields> {
  readonly fields: F;
  /** Zod schema of the whole: for OpenAPI and for tests. */
  readonly schema: z.ZodType;
  /** Values, or the state to show again. Knows nothing of records: rules that need the database are the action's. */
  parse(body: RawBody): { ok: true; values: ValuesOf<F> } | { ok: false; state: FormState };
}

export type ValuesOf<F extends Fields> = { [K in keyof F]: F[K] extends Field<infer T> ? T : never };
export type FormValues<T> = T extends Form<infer F> ? ValuesOf<F> : never;
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyForm = Form<any>;

const couldNot: Words = {
  th: 'ยังบันทึกไม่ได้ กรุณาแก้ช่องที่มีข้อความสีแดง',
  en: 'Not saved yet. Please correct the fields marked in red.',
};

/** One schema for a form: parser, types, HTML attributes and API description all come from its fields. */
export function defineForm<F extends Fields>(fields: F): Form<F> {
  const schema = z.object(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.schema])));
  return Object.freeze({
    fields,
    schema,
    parse(body: RawBody) {
      const values: Record<string, unknown> = {};
      const errors: Record<string, Words> = {};
      for (const [name, field] of Object.entries(fields)) {
        const parsed = field.parse(field.read(body, name));
        if (parsed.ok) values[name] = parsed.value;
        else errors[name] = parsed.message;
      }
      if (Object.keys(errors).length === 0) return { ok: true as const, values: values as ValuesOf<F> };
      return { ok: false as const, state: { values: body, errors, message: couldNot } };
    },
  });
}

/** An action without fields: a button. */
export const emptyForm = defineForm({});
