// The linter while typing: a posted question that changes nothing.
import { z } from 'zod';
import { defineApi } from '../../../../platform/http/define.ts';
import { ok } from '../../../../platform/result.ts';
import { subKinds } from '../../domain/kinds.ts';
import { lintLetter } from '../../domain/letter-lint.ts';
import { TypingFindings } from './findings.tsx';
import { lintKnowledge } from './knowledge.ts';
import { messages } from './messages.ts';

const given = z.union([z.string(), z.array(z.string())]).optional();
const first = given.transform((value) => (Array.isArray(value) ? value[0] : value)?.replaceAll('\r\n', '\n').slice(0, 60_000));
const all = given.transform((value) => [value ?? []].flat().filter((one) => one !== '').slice(0, 200));

/** Where a letter to outside has its first addressee; `toText` is only typed to print other words. */
const outsideName = 'outside.0.name';

/** What is printed for words that were left blank comes from the table: nothing to find there. */
const typedOnly = <T extends Readonly<Record<string, string | undefined>>>(words: T): Partial<T> => Object.fromEntries(Object.entries(words).filter(([, value]) => value?.trim())) as Partial<T>;

/** The form half typed. A field that its kind does not have is not sent, and not judged. */
const body = z.object({
  subKind: first, subject: first, salutation: first, toText: first, references: first, body: first, closing: first, letterDate: first, agency: first, [outsideName]: first,
  enclosed: first, keepFiles: all, lintFiles: all, lintEnclosures: all,
});

export const askLint = defineApi({
  method: 'ASK',
  path: '/drafts/lint',
  permission: 'correspondence.draft',
  summary: messages.words('live'),
  body,
  async load(tx, { body: typed, services }) {
    const { subject, body: text, subKind, enclosed, keepFiles, lintFiles, lintEnclosures, salutation, closing, toText, [outsideName]: outside, ...rest } = typed;
    const inOutside = !toText?.trim() && outside !== undefined;
    const letter = { ...rest, ...typedOnly({ salutation, closing }), toText: inOutside ? outside : toText, subKind: subKinds.find((one) => one === subKind) ?? 'memo', subject: subject ?? '', body: text ?? '', enclosures: [...(enclosed ?? '').split('\n').filter((one) => one.trim() !== ''), ...lintEnclosures, ...keepFiles, ...lintFiles] };
    return ok({ html: <TypingFindings findings={lintLetter(letter, await lintKnowledge(tx, services.clock.today()))} fields={inOutside ? { toText: outsideName } : {}} /> });
  },
});
