// The words in which contracts of the API are written, and the one way from a page's data to an answer.
import { z } from 'zod';

/** An instant: a `Date` in the house, ISO 8601 in UTC in an answer. */
export const instant = z.iso.datetime() as unknown as z.ZodType<string, Date | string>;

/** A legal day, `YYYY-MM-DD`. */
export const day = z.iso.date();

/** A text in the two languages of the house. */
export const words = z.strictObject({ th: z.string(), en: z.string() });

/** An address of the house: the page for people. With `/api/v1` before it, it is the same record for programs. */
export const href = z.string().meta({ description: 'Address of the page. Put /api/v1 before it to read the same record here.' });

/** Where the following page of a list is read; null on the last. */
export const next = z.nullable(z.string()).meta({ description: 'Address of the following page; null on the last.' });

/** A list; rows of the house are read-only. */
export function list<Out, In>(item: z.ZodType<Out, In>): z.ZodType<Out[], readonly In[]> {
  return z.array(item) as unknown as z.ZodType<Out[], readonly In[]>;
}

/** A value that may be missing: `null` in an answer, `null` or `undefined` in the house. */
export function orNull<Out, In>(item: z.ZodType<Out, In>): z.ZodType<Out | null, In | null | undefined> {
  return z.nullable(item) as unknown as z.ZodType<Out | null, In | null | undefined>;
}

/** One of a closed set of words. */
export const oneOf = <const V extends string>(values: readonly V[]) => z.enum(values as unknown as [V, ...V[]]);

/** An object with exactly these properties; what else a row holds is left out of the answer. */
export const shape = <T extends z.core.$ZodLooseShape>(properties: T) => z.strictObject(properties);

/** A page of a list. */
export const pageOf = <Out, In>(item: z.ZodType<Out, In>) => shape({ items: list(item), next });

type Project = (value: unknown) => unknown;

const asIs: Project = (value) => (value instanceof Date ? value.toISOString() : value);

interface Def {
  readonly type: string;
  readonly shape?: Record<string, z.ZodType>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly valueType?: z.ZodType;
}

/**
 * Makes the projection of a schema: exactly its properties, instants as text, `null` for what is missing. Nothing that
 * the schema does not name can leave the house, and no answer is parsed again in service.
 */
export function projectionOf(schema: z.ZodType): Project {
  const def = (schema as unknown as { def: Def }).def;
  if (def.type === 'object') {
    const parts = Object.entries(def.shape as Record<string, z.ZodType>).map(([name, part]) => [name, projectionOf(part)] as const);
    return (value) => {
      if (typeof value !== 'object' || value === null) return value;
      const out: Record<string, unknown> = {};
      for (const [name, project] of parts) out[name] = project((value as Record<string, unknown>)[name]);
      return out;
    };
  }
  if (def.type === 'array') {
    const item = projectionOf(def.element as z.ZodType);
    return (value) => (Array.isArray(value) ? value.map(item) : value);
  }
  if (def.type === 'nullable') {
    const inner = projectionOf(def.innerType as z.ZodType);
    return (value) => (value === null || value === undefined ? null : inner(value));
  }
  if (def.type === 'optional' || def.type === 'default' || def.type === 'readonly') {
    const inner = projectionOf(def.innerType as z.ZodType);
    return (value) => (value === undefined ? undefined : inner(value));
  }
  if (def.type === 'record') {
    const inner = projectionOf(def.valueType as z.ZodType);
    return (value) => (typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inner(one)])) : value);
  }
  return asIs;
}
