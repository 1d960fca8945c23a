/** A framework as a file, for another house or for safe keeping: JSON with its form named. What comes out goes in unchanged. */
import { z } from 'zod';
import { fail, ok, type Result } from '../../../../platform/result.ts';
import type { Words } from '../../../../platform/words.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import { messages } from './messages.ts';

const format = 'krom.framework';
/** More than the largest framework would ever need. */
export const largestFile = 512 * 1024;

const words = z.strictObject({ th: z.string().min(1).max(500), en: z.string().min(1).max(500) });
/** Written by hand it may be a JSON number. */
const number = z.union([z.string(), z.number().transform(String)]).pipe(z.string().regex(/^\d{1,15}(\.\d{1,6})?$/));
const key = z.string().min(1).max(60);
const tag = z.strictObject({ key, name: words });
const kind = z.enum(['performance', 'potential']).nullable();
const part = z.strictObject({ key, name: words, weight: number.nullable(), kind, tags: z.array(tag).min(1).max(60).optional(), tagNeeded: z.boolean().optional() });
const component = part.extend({ parts: z.array(part).min(1).max(30).optional() });
const count = z.int().min(0).max(99);
const rule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('count'), component: key, counts: z.enum(['numbered', 'scored']), min: count.optional(), max: count.optional() }),
  z.strictObject({ kind: z.literal('must-include'), component: key, tag: key, min: count }),
  z.strictObject({ kind: z.literal('statement'), component: key, tag: key }),
]);
const scale = z.strictObject({ scores: z.array(number).min(1).max(20), names: z.array(words).min(1).max(20), below: z.enum(['zero', 'slope', 'lowest']) })
  .refine(({ scores, names }) => scores.length === names.length, { path: ['names'] });

/** A framework as data from outside. Strict: a field that is not known is told, not dropped. */
const frameworkSchema = z.strictObject({
  fiscalYear: z.int().min(2540).max(2700), agency: z.enum(['department', 'province', 'public-organisation']), edition: z.int().min(1).max(999), name: words, weightSum: number.nullable(),
  components: z.array(component).max(30), rules: z.array(rule).max(60), scale: scale.nullable(), classes: z.array(z.strictObject({ key, name: words, from: number })).min(1).max(20).nullable(),
  rounds: z.array(z.int().min(1).max(12)).min(1).max(12).nullable(), cancelled: z.enum(['drop', 'spread']).nullable(),
  rounding: z.strictObject({ places: z.int().min(0).max(6), mode: z.enum(['half-away', 'half-even', 'down', 'up']), at: z.enum(['end', 'line']) }).nullable(),
  notes: z.array(z.strictObject({ field: key, certainty: z.enum(['to-confirm', 'open']), words })).max(100),
});

/** The file of a framework, its fields always in the same order: the same framework is the same file. */
export function frameworkFile(framework: Framework): string {
  const ordered = frameworkSchema.safeParse(framework);
  return `${JSON.stringify({ format, version: 1, framework: ordered.success ? ordered.data : framework }, null, 2)}\n`;
}

type Issue = z.core.$ZodIssue;

/** `components.1.parts.0.weight` with what is wrong there. */
function told(issue: Issue): Words {
  const path = issue.path.map(String).join('.') || 'framework';
  if (issue.code === 'unrecognized_keys') return messages.words('file.unknown', { path, keys: issue.keys.join(', ') });
  if (issue.code === 'invalid_type') return messages.words(issue.input === undefined ? 'file.missing' : 'file.type', { path });
  if (issue.code === 'too_big' || issue.code === 'too_small') return messages.words('file.size', { path });
  return messages.words(issue.code === 'invalid_value' || issue.code === 'invalid_union' || issue.code === 'invalid_format' ? 'file.value' : 'file.other', { path });
}

/** So many places are told; the rest is counted. */
const toldAtMost = 5;

function listed(issues: readonly Issue[]): Words {
  const first = issues.slice(0, toldAtMost).map(told);
  const more = issues.length > toldAtMost ? [messages.words('file.more', { n: issues.length - toldAtMost })] : [];
  const list = [...first, ...more];
  return { th: messages.in('th')('file.wrong', { list: list.map(({ th }) => th).join('; ') }), en: messages.in('en')('file.wrong', { list: list.map(({ en }) => en).join('; ') }) };
}

const refused = (message: Words) => fail('FRAMEWORK_FILE', message, { fields: { file: message } });

/** Reads a file that `frameworkFile` made, perhaps changed by hand; a wrong one is told with the places where. */
export function readFrameworkFile(content: string): Result<Framework> {
  let data: unknown;
  try {
    data = JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    return refused(messages.words('file.not-json'));
  }
  const outer = z.looseObject({ format: z.literal(format), version: z.unknown(), framework: z.unknown() }).safeParse(data);
  if (!outer.success) return refused(messages.words('file.not-framework'));
  if (outer.data.version !== 1) return refused(messages.words('file.version', { got: String(outer.data.version) }));
  const parsed = frameworkSchema.safeParse(outer.data.framework, { reportInput: true });
  return parsed.success ? ok(parsed.data) : refused(listed(parsed.error.issues));
}
