import { checkbox, hidden, rows, text } from '../../../../../platform/forms/fields.ts';
import { defineForm, type RawBody } from '../../../../../platform/forms/form.ts';
import type { TypedFramework } from '../../domain/typed.ts';
import { messages } from './messages.ts';

const words = (key: Parameters<typeof messages.words>[0], max = 500) => text({ label: messages.words(key), optional: true, max });
/** Number of the row, so that it keeps its place whatever stands in it. */
const row = { n: hidden({ optional: true, max: 4 }), remove: checkbox({ label: messages.words('remove') }) };
const named = { th: words('thName'), en: words('enName') };
const unseen = hidden({ optional: true, max: 60 });
const optional = (key: Parameters<typeof messages.words>[0]) => ({ label: messages.words(key), optional: true as const });

/** Everything as text: what the texts mean, and what is wrong with them, `readTyped` says at their fields. */
export const editForm = defineForm({
  /** The state that the writer began from. */
  rev: hidden({ max: 12 }),
  /** `add:component`, `add:tag:1`, `repair:components.2.weight=15`, `up:components:1`, `over:7`: what the pressed button asks beside saving. */
  step: hidden({ optional: true, max: 200 }),
  nameTh: words('nameTh'), nameEn: words('nameEn'), weightSum: words('weightSum', 30),
  components: rows({ ...row, within: unseen, was: unseen, key: words('key', 40), ...named, weight: words('weight', 30), kind: words('kind', 20), tagNeeded: checkbox({ label: messages.words('tagNeeded') }) }, optional('components')),
  tags: rows({ ...row, of: unseen, key: unseen, ...named }, optional('tags')),
  rules: rows({ ...row, kind: unseen, component: words('component', 60), tag: words('tag', 60), counts: words('counts', 20), min: words('min', 10), max: words('max', 10) }, optional('rules')),
  steps: rows({ ...row, score: words('score', 30), ...named }, optional('scale')),
  below: words('below', 20),
  classes: rows({ ...row, key: unseen, ...named, from: words('from', 30) }, optional('classes')),
  rounds: words('rounds', 60), cancelled: words('cancelled', 20), places: words('places', 10), mode: words('mode', 20), roundAt: words('roundAt', 20),
  notes: rows({ ...row, field: words('noteOf', 60), certainty: words('certainty', 20), ...named }, optional('notes')),
});

const lists = ['components', 'tags', 'rules', 'steps', 'classes', 'notes'] as const;
const flags = new Set(['remove', 'tagNeeded']);

/** The fields as they were sent, trimmed; what was not sent is empty. */
export function typedFrom(body: RawBody): TypedFramework {
  const single = (value: string | readonly string[] | undefined): string => (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
  const read = (list: (typeof lists)[number]) => {
    const field = editForm.fields[list];
    return (field.read(body, list) as readonly RawBody[]).map((sent) => Object.fromEntries(Object.keys(field.fields ?? {}).map((name) => [name, flags.has(name) ? single(sent[name]) !== '' : single(sent[name])])));
  };
  const plain = (['nameTh', 'nameEn', 'weightSum', 'below', 'rounds', 'cancelled', 'places', 'mode', 'roundAt'] as const).map((name) => [name, single(body[name])]);
  return Object.fromEntries([...plain, ...lists.map((list) => [list, read(list)])]) as unknown as TypedFramework;
}

/** The values of a form that was parsed, as they were sent: an action is handed no raw body. */
export function bodyOf(values: Readonly<Record<string, unknown>>): RawBody {
  const body: Record<string, string> = {};
  const put = (name: string, value: unknown) => { if (value !== undefined && value !== false) body[name] = value === true ? '1' : String(value); };
  for (const [name, value] of Object.entries(values)) {
    if (Array.isArray(value)) value.forEach((sent: Readonly<Record<string, unknown>>, at) => { for (const [sub, one] of Object.entries(sent)) put(`${name}.${at}.${sub}`, one); });
    else put(name, value);
  }
  return body;
}
