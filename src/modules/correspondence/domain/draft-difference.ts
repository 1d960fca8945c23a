// The difference between two versions of a draft, word by word and part by part.
import { diffArrays } from 'diff';
import { segment } from '../../../thai/index.ts';
import { textOf } from './body-text.ts';
import type { LetterContent } from './letter.ts';

export interface Run { readonly kind: 'same' | 'ins' | 'del'; readonly text: string }

export interface PartDifference {
  /** Name of the part: `subject`, `toText`, `body`, or a field of the form. */
  readonly part: string;
  readonly runs: readonly Run[];
}

interface Compared { readonly subject: string; readonly toText: string; readonly salutation: string; readonly content: LetterContent; readonly enclosures: readonly { readonly label: string }[] }

const words = (text: string): string[] => segment(text).map((piece) => piece.text);

/** Words kept, put in and taken out: `same` + `del` joined give `before`, `same` + `ins` give `after`. */
export function wordRuns(before: string, after: string): Run[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  return diffArrays(words(before), words(after)).map((change) => ({ kind: change.added ? 'ins' : change.removed ? 'del' : 'same', text: change.value.join('') }));
}

function fieldText(value: unknown): string {
  if (!Array.isArray(value)) return typeof value === 'string' ? value : '';
  return value.map((one: string | { text?: string; name?: string; address?: string }) => (typeof one === 'string' ? one : (one.text ?? [one.name, one.address].filter(Boolean).join(' ')))).join('\n');
}

function partsOf(version: Compared): Map<string, string> {
  const fields = Object.entries(version.content.fields ?? {}).map(([key, value]): [string, string] => [key, fieldText(value)]);
  return new Map([
    ['subject', version.subject], ['salutation', version.salutation], ['toText', version.toText], ...fields,
    ['files', version.enclosures.map((one) => one.label).join('\n')], ['body', textOf(version.content.paragraphs)],
  ]);
}

/** The parts that differ, in the order of the form; none when the two say the same. */
export function draftDifference(before: Compared, after: Compared): PartDifference[] {
  const old = partsOf(before);
  const now = partsOf(after);
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((part) => {
    const runs = wordRuns(old.get(part) ?? '', now.get(part) ?? '');
    return runs.some((run) => run.kind !== 'same') ? [{ part, runs }] : [];
  });
}
