import { z } from 'zod';
import { parseThaiDate, parseTime } from '../../thai/index.ts';
import type { MediaTypeName } from '../files/media-types.ts';
import type { Words } from '../words.ts';
import { dateProblem } from './date-words.ts';
import type { RawBody } from './form.ts';

export type FieldKind = 'text' | 'textarea' | 'number' | 'date' | 'time' | 'choice' | 'choices' | 'checkbox' | 'email' | 'password' | 'hidden' | 'file' | 'content' | 'rows';

export interface FieldAttributes {
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email';
  readonly autoComplete?: string;
  /** A password field that holds a secret code of a program: its button says so. */
  readonly secret?: boolean;
  readonly rows?: number;
  readonly min?: number;
  readonly max?: number;
  /** Of a small file: the largest size, and which endings the browser offers. */
  readonly maxBytes?: number;
  readonly accept?: string;
}

type Parsed<T> = { ok: true; value: T } | { ok: false; message: Words };
type Raw = string | readonly string[] | undefined | readonly RawBody[];

/** What a file field takes beside or instead of the usual, and how large in bytes. */
export interface UploadLimits {
  readonly allow?: readonly MediaTypeName[];
  readonly maxBytes?: number;
}

/** One field: what it is called, what it takes, and the words for what it cannot take. */
export interface Field<T> {
  readonly kind: FieldKind;
  readonly label: Words;
  readonly hint?: Words;
  readonly required: boolean;
  readonly attributes: FieldAttributes;
  /** Of a file field: what it takes beside or instead of the usual, and how large. */
  readonly upload?: UploadLimits;
  readonly schema: z.ZodType;
  /** The fields of one row, where the field is a list of rows. */
  readonly fields?: Readonly<Record<string, Field<unknown>>>;
  read(body: RawBody, name: string): Raw;
  parse(raw: Raw): Parsed<T>;
}

export interface FieldOptions {
  readonly label: Words;
  readonly hint?: Words;
  readonly optional?: boolean;
}

const words = {
  required: (label: Words): Words => ({ th: `กรุณากรอก${label.th}`, en: `Please fill in: ${label.en}` }),
  choose: (label: Words): Words => ({ th: `กรุณาเลือก${label.th}`, en: `Please choose: ${label.en}` }),
  tooLong: (label: Words, max: number): Words => ({ th: `${label.th}ยาวเกิน ${max} ตัวอักษร กรุณาย่อลง`, en: `${label.en} is longer than ${max} characters. Please shorten it.` }),
  tooShort: (label: Words, min: number): Words => ({ th: `${label.th}ต้องมีอย่างน้อย ${min} ตัวอักษร`, en: `${label.en} needs at least ${min} characters.` }),
  time: { th: 'เวลาไม่ถูกต้อง พิมพ์เช่น 10.00', en: 'That is not a time. Type for example 10.00.' },
  number: { th: 'ต้องเป็นตัวเลขจำนวนเต็ม', en: 'This must be a whole number.' },
  range: (min: number, max: number): Words => ({ th: `ต้องอยู่ระหว่าง ${min} ถึง ${max}`, en: `This must be between ${min} and ${max}.` }),
  email: { th: 'อีเมลไม่ถูกต้อง พิมพ์เช่น somchai@example.go.th', en: 'That is not an e-mail address. Type for example somchai@example.go.th.' },
  notOffered: { th: 'ตัวเลือกนี้ไม่มีในรายการ กรุณาเลือกใหม่', en: 'That is not one of the choices. Please choose again.' },
} as const;

const single = (body: RawBody, name: string): string | undefined => {
  const raw = body[name];
  return typeof raw === 'string' ? raw : raw?.[0];
};

interface Spec<T> {
  kind: FieldKind;
  attributes?: FieldAttributes;
  schema: z.ZodType;
  /** Text that is not empty → value or words. */
  take(text: string): Parsed<T>;
  empty?: (label: Words) => Words;
  trim?: boolean;
}

function textLike<T, O extends FieldOptions>(options: O, spec: Spec<T>): Field<O['optional'] extends true ? T | undefined : T> {
  type Value = O['optional'] extends true ? T | undefined : T;
  return Object.freeze({
    kind: spec.kind,
    label: options.label,
    hint: options.hint,
    required: !options.optional,
    attributes: spec.attributes ?? {},
    schema: options.optional ? spec.schema.optional() : spec.schema,
    read: single,
    parse(raw: Raw): Parsed<Value> {
      const given = typeof raw === 'string' ? raw : '';
      const text = spec.trim === false ? given : given.trim();
      if (text === '') {
        if (options.optional) return { ok: true, value: undefined as Value };
        return { ok: false, message: (spec.empty ?? words.required)(options.label) };
      }
      return spec.take(text) as Parsed<Value>;
    },
  }) as Field<Value>;
}

function boundedText<O extends FieldOptions & { max?: number; min?: number }>(kind: FieldKind, options: O, more: FieldAttributes = {}, trim = true) {
  const max = options.max ?? (kind === 'textarea' ? 20_000 : 300);
  const min = options.min ?? 0;
  return textLike<string, O>(options, {
    kind,
    trim,
    attributes: { maxLength: max, ...(min ? { minLength: min } : {}), ...more },
    schema: z.string().min(min).max(max),
    take: (given) => {
      // A browser sends CRLF for line ends; NUL cannot be stored.
      const text = given.replaceAll('\r\n', '\n').replaceAll('\u0000', '');
      if (text.length > max) return { ok: false, message: words.tooLong(options.label, max) };
      if (text.length < min) return { ok: false, message: words.tooShort(options.label, min) };
      return { ok: true, value: text };
    },
  });
}

export const text = <O extends FieldOptions & { max?: number; min?: number; autoComplete?: string }>(options: O) =>
  boundedText('text', options, options.autoComplete ? { autoComplete: options.autoComplete } : {});

export const textarea = <O extends FieldOptions & { max?: number; rows?: number }>(options: O) =>
  boundedText('textarea', options, { rows: options.rows ?? 4 });

export const password = <O extends FieldOptions & { min?: number; autoComplete: 'current-password' | 'new-password' }>(options: O) =>
  boundedText('password', { max: 200, ...options }, { autoComplete: options.autoComplete }, false);

/** A secret code between this house and another system: hidden as a password is, but nobody's password. */
export const secretCode = <O extends FieldOptions & { min?: number; max?: number }>(options: O) =>
  boundedText('password', { max: 200, ...options }, { autoComplete: 'new-password', secret: true }, false);

export const hidden = <O extends { optional?: boolean; max?: number }>(options: O = {} as O) =>
  boundedText('hidden', { label: { th: '', en: '' }, max: 2000, ...options });

export function email<O extends FieldOptions>(options: O) {
  return textLike<string, O>(options, {
    kind: 'email',
    attributes: { maxLength: 254, inputMode: 'email', autoComplete: 'email' },
    schema: z.email().max(254),
    take: (given) => (z.email().max(254).safeParse(given).success ? { ok: true, value: given } : { ok: false, message: words.email }),
  });
}

/** A whole number, typed in Thai or Arabic digits, with or without thousands separators. */
export function integer<O extends FieldOptions & { min?: number; max?: number }>(options: O) {
  const min = options.min ?? 0;
  const max = options.max ?? 2_147_483_647;
  return textLike<number, O>(options, {
    kind: 'number',
    attributes: { inputMode: 'numeric', min, max },
    schema: z.int().min(min).max(max),
    take: (given) => {
      const plain = given.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0xe50)).replaceAll(',', '');
      if (!/^-?\d{1,15}$/.test(plain)) return { ok: false, message: words.number };
      const value = Number(plain);
      return value < min || value > max ? { ok: false, message: words.range(min, max) } : { ok: true, value };
    },
  });
}

/** A record id chosen from a list. Whether it exists, and is the actor's to choose, the action asks the database. */
export const id = <O extends FieldOptions>(options: O) =>
  textLike<number, O>(options, {
    kind: 'choice',
    empty: words.choose,
    schema: z.int().positive(),
    take: (given) => (/^\d{1,15}$/.test(given) ? { ok: true, value: Number(given) } : { ok: false, message: words.notOffered }),
  });

/** A calendar day as people type it (B.E. or C.E., words or slashes); the value is `YYYY-MM-DD` C.E. */
export const thaiDate = <O extends FieldOptions>(options: O) =>
  textLike<string, O>(options, {
    kind: 'date',
    schema: z.iso.date(),
    take: (given) => {
      const parsed = parseThaiDate(given);
      return parsed.ok ? { ok: true, value: parsed.value as string } : { ok: false, message: dateProblem(parsed) };
    },
  });

/** A time of day; the value is `HH:MM`. */
export const time = <O extends FieldOptions>(options: O) =>
  textLike<string, O>(options, {
    kind: 'time',
    attributes: { inputMode: 'text', maxLength: 12 },
    schema: z.iso.time({ precision: -1 }),
    take: (given) => {
      const parsed = parseTime(given);
      return parsed.ok ? { ok: true, value: parsed.value as string } : { ok: false, message: words.time };
    },
  });

export function choice<const V extends string, O extends FieldOptions>(values: readonly V[], options: O) {
  return textLike<V, O>(options, {
    kind: 'choice',
    empty: words.choose,
    schema: z.enum(values as [V, ...V[]]),
    take: (given) =>
      (values as readonly string[]).includes(given) ? { ok: true, value: given as V } : { ok: false, message: words.notOffered },
  });
}

function list<T>(options: FieldOptions, kind: FieldKind, schema: z.ZodType, take: (text: string) => T | undefined): Field<T[]> {
  return Object.freeze({
    kind,
    label: options.label,
    hint: options.hint,
    required: !options.optional,
    attributes: {},
    schema: z.array(schema),
    read: (body: RawBody, name: string) => {
      const raw = body[name];
      return raw === undefined ? [] : typeof raw === 'string' ? [raw] : raw;
    },
    parse(raw: Raw): Parsed<T[]> {
      const given = ((raw ?? []) as readonly string[]).filter((item) => item !== '');
      const values = given.map(take);
      if (values.includes(undefined)) return { ok: false, message: words.notOffered };
      if (values.length === 0 && !options.optional) return { ok: false, message: words.choose(options.label) };
      return { ok: true, value: values as T[] };
    },
  });
}

/** Several of a fixed set; the value is a list, empty only where the field is optional. */
export const choices = <const V extends string>(values: readonly V[], options: FieldOptions) =>
  list<V>(options, 'choices', z.enum(values as unknown as [V, ...V[]]), (given) => ((values as readonly string[]).includes(given) ? (given as V) : undefined));

/** Several record ids. */
export const ids = (options: FieldOptions) =>
  list<number>(options, 'choices', z.int().positive(), (given) => (/^\d{1,15}$/.test(given) ? Number(given) : undefined));

/** Several keys of a set that only the action knows; `pattern` says what a key looks like. */
export const keys = (pattern: RegExp, options: FieldOptions) =>
  list<string>(options, 'choices', z.string().regex(pattern), (given) => (pattern.test(given) ? given : undefined));

export function checkbox(options: Omit<FieldOptions, 'optional'>): Field<boolean> {
  return Object.freeze({
    kind: 'checkbox' as const,
    label: options.label,
    hint: options.hint,
    required: false,
    attributes: {},
    schema: z.boolean(),
    read: single,
    parse: (raw: Raw): Parsed<boolean> => ({ ok: true, value: typeof raw === 'string' && raw !== '' && raw !== '0' }),
  });
}

/** Uploaded files: ids of stored files, filled in by the platform before the action runs (multipart forms). */
export const files = (options: FieldOptions & { accept?: readonly string[]; maxFiles?: number; upload?: UploadLimits }): Field<number[]> => ({
  ...list<number>(options, 'file', z.int().positive(), (given) => (/^\d{1,15}$/.test(given) ? Number(given) : undefined)),
  ...(options.upload ? { upload: options.upload } : {}),
});

/**
 * A small file that its action reads and that goes into no store: a certificate, a key. The value is its bytes; the platform
 * reads it into memory (multipart forms) and puts it into the body as base64.
 */
export const fileContent = <O extends FieldOptions & { maxBytes: number; accept: string }>(options: O) =>
  textLike<Buffer, O>(options, {
    kind: 'content',
    empty: words.choose,
    attributes: { maxBytes: options.maxBytes, accept: options.accept },
    schema: z.base64(),
    take: (given) => ({ ok: true, value: Buffer.from(given, 'base64') }),
  });

/**
 * Repeated groups of fields, sent as `name.0.sub`, `name.1.sub`… Rows whose every field is empty are left out, so
 * that a form can offer blank rows without script. Errors are keyed `name.0.sub` in the row's own message.
 */
// oxlint-disable-next-line typescript/no-explicit-any
export function rows<F extends Readonly<Record<string, Field<any>>>>(fields: F, options: FieldOptions): Field<{ [K in keyof F]: F[K] extends Field<infer T> ? T : never }[]> {
  type Row = { [K in keyof F]: F[K] extends Field<infer T> ? T : never };
  return Object.freeze({
    kind: 'rows' as const,
    label: options.label,
    hint: options.hint,
    required: !options.optional,
    attributes: {},
    schema: z.array(z.object(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.schema])))),
    fields,
    read: (body: RawBody, name: string) => {
      const found = new Map<number, Record<string, string | readonly string[] | undefined>>();
      for (const [key, value] of Object.entries(body)) {
        if (!key.startsWith(`${name}.`)) continue;
        const [index = '', sub = ''] = key.slice(name.length + 1).split('.', 2);
        if (!/^\d{1,4}$/.test(index)) continue;
        const row = found.get(Number(index)) ?? {};
        row[sub] = value;
        found.set(Number(index), row);
      }
      return [...found.entries()].sort(([a], [b]) => a - b).map(([, row]) => row);
    },
    parse(raw: Raw): Parsed<Row[]> {
      const out: Row[] = [];
      const given = (raw ?? []) as readonly RawBody[];
      for (const [index, row] of given.entries()) {
        const filled = Object.values(row).some((value) => (typeof value === 'string' ? value.trim() !== '' : (value?.length ?? 0) > 0));
        if (!filled) continue;
        const values: Record<string, unknown> = {};
        for (const [name, field] of Object.entries(fields)) {
          const parsed = field.parse(field.read(row, name));
          if (!parsed.ok) {
            return { ok: false, message: { th: `รายการที่ ${index + 1}: ${parsed.message.th}`, en: `Row ${index + 1}: ${parsed.message.en}` } };
          }
          values[name] = parsed.value;
        }
        out.push(values as Row);
      }
      if (out.length === 0 && !options.optional) return { ok: false, message: words.required(options.label) };
      return { ok: true, value: out };
    },
  });
}
