import type { Field } from '../forms/fields.ts';
import type { AnyForm, RawBody } from '../forms/form.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Words } from '../words.ts';

const words = {
  whole: { th: 'ข้อมูลที่ส่งมามีช่องที่ใช้ไม่ได้', en: 'The body has fields that cannot be used.' },
  object: { th: 'ต้องส่ง JSON ที่เป็นวัตถุ เช่น {"title": "…"}', en: 'Send a JSON object, for example {"title": "…"}.' },
  unknown: { th: 'ไม่มีช่องชื่อนี้ ดูชื่อช่องได้ที่ /api', en: 'There is no field of this name; /api lists the names.' },
  one: { th: 'ช่องนี้รับค่าเดียว', en: 'This field takes one value.' },
  many: { th: 'ช่องนี้รับรายการของค่า', en: 'This field takes a list of values.' },
  rows: { th: 'ช่องนี้รับรายการของวัตถุ', en: 'This field takes a list of objects.' },
} satisfies Record<string, Words>;

type Plain = string | number | boolean | null;

const isPlain = (value: unknown): value is Plain => value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** The value as a form sends it; undefined for a field left out. */
function typed(kind: Field<unknown>['kind'], value: Plain): string | undefined {
  if (value === null) return undefined;
  if (typeof value === 'boolean') return kind === 'checkbox' ? (value ? '1' : '') : String(value);
  return String(value);
}

type Into = Record<string, string | readonly string[] | undefined>;

function put(body: Into, name: string, field: Field<unknown>, value: unknown): Words | undefined {
  const takesList = field.kind === 'choices' || field.kind === 'file';
  if (Array.isArray(value)) {
    if (!takesList) return words.one;
    if (!value.every(isPlain)) return words.many;
    body[name] = value.flatMap((one) => typed(field.kind, one) ?? []);
    return undefined;
  }
  if (!isPlain(value)) return takesList ? words.many : words.one;
  const text = typed(field.kind, value);
  if (text !== undefined) body[name] = takesList ? [text] : text;
  return undefined;
}

/**
 * A JSON body as the form's own body, so that one parser reads both. Whether values are right the form says; this only
 * refuses names and shapes that no form can send.
 */
export function bodyOfJson(form: AnyForm, json: unknown): Result<RawBody> {
  if (json === undefined || json === null) return ok({});
  if (typeof json !== 'object' || Array.isArray(json)) return fail('NOT_AN_OBJECT', words.object, { status: 400 });
  const fields = form.fields as Readonly<Record<string, Field<unknown>>>;
  const body: Into = {};
  const errors: Record<string, Words> = {};
  for (const [name, value] of Object.entries(json)) {
    const field = Object.hasOwn(fields, name) ? (fields[name] as Field<unknown>) : undefined;
    const wrong = !field ? words.unknown : field.kind === 'rows' ? putRows(body, name, field, value) : put(body, name, field, value);
    if (wrong) errors[name] = wrong;
  }
  return Object.keys(errors).length === 0 ? ok(body) : fail('BODY', words.whole, { fields: errors });
}

/** Rows are sent as `name.0.sub`, as a page without script sends them. */
function putRows(body: Into, name: string, field: Field<unknown>, value: unknown): Words | undefined {
  if (value === null) return undefined;
  if (!Array.isArray(value)) return words.rows;
  for (const [index, row] of value.entries()) {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return words.rows;
    for (const [sub, one] of Object.entries(row as Record<string, unknown>)) {
      const inner = field.fields?.[sub];
      if (!inner) return { th: `รายการที่ ${index + 1}: ไม่มีช่องชื่อ ${sub}`, en: `Row ${index + 1}: there is no field ${sub}.` };
      const wrong = put(body, `${name}.${index}.${sub}`, inner, one);
      if (wrong) return { th: `รายการที่ ${index + 1}: ${wrong.th}`, en: `Row ${index + 1}: ${wrong.en}` };
    }
  }
  return undefined;
}
