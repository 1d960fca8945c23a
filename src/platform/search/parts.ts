// Parts of a document that have a name of their own, as the files sent with a letter: what is found says in which.
import type { Words } from '../words.ts';
import { bonesOf, fold } from './fold.ts';
import type { Question } from './question.ts';

export interface NamedPart {
  readonly name: string;
  readonly text: string;
}

/** Stands around the name of a part, on a line of its own; it occurs in no letter, and is taken out of what is put in. */
const sign = '¶';
const heading = /^¶ (.+) ¶$/m;

/** A body with its named parts after it. */
export function withParts(body: string, parts: readonly NamedPart[]): string {
  const clean = (text: string) => text.replaceAll(sign, ' ');
  return [clean(body), ...parts.map(({ name, text }) => `${sign} ${clean(name).replaceAll(/\s+/g, ' ').trim()} ${sign}\n${clean(text)}`)].join('\n');
}

/** The named parts of a body as kept. */
export function partsOf(body: string): NamedPart[] {
  const [, ...rest] = body.split(heading);
  const parts: NamedPart[] = [];
  for (let at = 0; at + 1 < rest.length; at += 2) parts.push({ name: rest[at] ?? '', text: rest[at + 1] ?? '' });
  return parts;
}

/** Names of the parts in which a word of the question stands, where the rest of the text has none of it. */
export function partsSaying(question: Question, { title, reference, body }: { title: string; reference: string | null; body: string }, forgiving = false): string[] {
  const parts = partsOf(body);
  if (parts.length === 0) return [];
  const form = (text: string) => (forgiving ? bonesOf(fold(text)) : fold(text));
  const wanted = question.terms.map((term) => term.alternatives.map((one) => (forgiving ? bonesOf(one.text) : one.text)));
  const own = form([title, reference ?? '', body.slice(0, body.search(heading))].join('\n'));
  const missing = wanted.filter((alternatives) => !alternatives.some((one) => own.includes(one)));
  if (missing.length === 0) return [];
  return parts.filter((part) => { const text = form(`${part.name}\n${part.text}`); return missing.some((alternatives) => alternatives.some((one) => text.includes(one))); }).map((part) => part.name);
}

export const inPart = (name: string): Words => ({ th: `อยู่ในไฟล์แนบ “${name}”`, en: `In the attached file “${name}”` });
