/** A letter written in Word, as subject and text for a draft, with a word on everything that is not taken over. */
import mammoth from 'mammoth';
import { fail, ok } from '../../../platform/result.ts';
import type { Failure, Result } from '../../../platform/result.ts';
import { readZip, ZipRefused } from '../../../platform/tables/zip.ts';
import type { Words } from '../../../platform/words.ts';
import { normaliseText } from '../../../thai/index.ts';
import { paragraphsOf } from '../domain/body-text.ts';
import { formParts } from '../domain/form-parts.ts';
import type { FormKey } from '../domain/forms.ts';
import type { LetterFields, Paragraph } from '../domain/letter.ts';
import { wordMessages as messages } from './messages.ts';
import { circularKeyword } from './word-letter.ts';
import { linesOfWord } from './word-lines.ts';
import type { WordNode } from './word-lines.ts';

export interface WordDraft {
  /** What its lines show it to be; undefined where they are of no form. */
  readonly form: FormKey | undefined;
  /** It was one that goes to many. */
  readonly circular: boolean;
  readonly fields: LetterFields;
  readonly subject: string;
  readonly salutation: string;
  readonly to: string;
  readonly paragraphs: readonly Paragraph[];
  /** What was left out, in words. */
  readonly leftOut: readonly Words[];
}

/** XML of a letter is some hundred kilobytes; beyond this it is no letter, or a trap. */
const mostXml = 8 * 1_048_576;
const mostText = 60_000;
const mostParagraphs = 500;

const refused = (key: 'damaged' | 'encrypted' | 'tooLarge' | 'notWord' | 'empty' | 'tooLong'): Failure => fail({ damaged: 'WORD_DAMAGED', encrypted: 'WORD_ENCRYPTED', tooLarge: 'WORD_TOO_LARGE', notWord: 'NOT_WORD', empty: 'WORD_EMPTY', tooLong: 'WORD_TOO_LONG' }[key], messages.words(key), { fields: { file: messages.words(key) } });

/** The XML parts, or why the file is no Word document that can be read. */
function partsOf(content: Buffer): Result<ReadonlyMap<string, Buffer>> {
  // The old binary container: a .doc, or a .docx locked with a password.
  if (content.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) return refused(content.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'notWord');
  if (content.subarray(0, 2).toString('latin1') !== 'PK') return refused('notWord');
  try {
    const parts = readZip(content, mostXml);
    if (!parts.has('word/document.xml')) return refused('notWord');
    // No Office program writes one; a parser may be made to unfold it without end.
    if ([...parts.values()].some((part) => part.includes('<!DOCTYPE') || part.includes('<!ENTITY'))) return refused('damaged');
    return ok(parts);
  } catch (error) {
    if (error instanceof ZipRefused) return refused(error.why === 'too-large' ? 'tooLarge' : error.why);
    throw error;
  }
}

function leftOutOf(parts: ReadonlyMap<string, Buffer>, numbers: boolean): Words[] {
  const text = (name: string): string => parts.get(name)?.toString('utf8') ?? '';
  const document = text('word/document.xml');
  const count = (pattern: RegExp, of: string): number => of.match(pattern)?.length ?? 0;
  const pictures = count(/<(?:w:drawing|w:pict|v:imagedata)\b/g, document);
  const notes = count(/<w:footnoteReference\b|<w:endnoteReference\b/g, document);
  const comments = count(/<w:comment\b/g, text('word/comments.xml'));
  const heads = [...parts].some(([name, part]) => /^word\/(?:header|footer)\d*\.xml$/.test(name) && /<w:t[ >]/.test(part.toString('utf8')));
  return [
    ...(pictures > 0 ? [messages.words('pictures', { count: pictures })] : []),
    ...(notes > 0 ? [messages.words('notes', { count: notes })] : []),
    ...(comments > 0 ? [messages.words('comments', { count: comments })] : []),
    ...(/<w:(?:del|ins)\b/.test(document) ? [messages.words('revisions')] : []),
    ...(/<w:txbxContent\b/.test(document) ? [messages.words('boxes')] : []),
    ...(heads ? [messages.words('heads')] : []),
    ...(numbers ? [messages.words('numbers')] : []),
  ];
}

async function treeOf(content: Buffer): Promise<WordNode | undefined> {
  let tree: WordNode | undefined;
  try {
    await mammoth.convertToHtml({ buffer: content }, {
      transformDocument: (document: unknown) => {
        tree = document as WordNode;
        // What follows would make HTML that nobody reads.
        return { type: 'document', children: [], notes: { resolve: () => [] }, comments: [] };
      },
    });
  } catch {
    return undefined;
  }
  return tree;
}

/** Normalised, with its tabs: they part the number from the agency beside it. */
const tidyLine = (line: string): string => line.split('\t').map((part) => normaliseText(part)).join('\t');

/** The title among the file's properties: certificates and stamped letters print no subject. */
function titleOf(parts: ReadonlyMap<string, Buffer>): string {
  const title = /<dc:title>([^<]*)<\/dc:title>/.exec(parts.get('docProps/core.xml')?.toString('utf8') ?? '')?.[1] ?? '';
  return title.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}

/**
 * Reads a .docx file. Refusals: WORD_ENCRYPTED, WORD_DAMAGED, WORD_TOO_LARGE (also what unpacks without end), NOT_WORD,
 * WORD_EMPTY, WORD_TOO_LONG.
 * @param name the file's name: its words are the subject where the document names none
 */
export async function readDocx(content: Buffer, name: string): Promise<Result<WordDraft>> {
  const parts = partsOf(content);
  if (!parts.ok) return parts;
  const tree = await treeOf(content);
  if (!tree) return refused('damaged');
  const { lines, aligns, numbers } = linesOfWord(tree);
  const letter = formParts(lines.map((line, i) => ({ text: tidyLine(line), align: aligns[i] ?? 'left' })));
  const body = letter.body.join('\n\n');
  if (body.trim() === '' && letter.subject === '') return refused('empty');
  const paragraphs = paragraphsOf(body);
  if (body.length > mostText || paragraphs.length > mostParagraphs) return refused('tooLong');
  const subject = (letter.subject || (letter.form === undefined ? '' : titleOf(parts.value)) || name.replace(/\.docx$/i, '').replaceAll('_', ' ')).replace(/\s+/g, ' ').trim().slice(0, 500);
  const leftOut = [...leftOutOf(parts.value, numbers), ...(letter.leftOut.length > 0 ? [messages.words('form', { parts: letter.leftOut.join(' ') })] : [])];
  const circular = (parts.value.get('docProps/core.xml')?.toString('utf8') ?? '').includes(`<cp:keywords>${circularKeyword}</cp:keywords>`);
  return ok({ form: circular && letter.form === 'memo' ? 'circular' : letter.form, circular, fields: letter.fields, subject, salutation: letter.salutation, to: letter.to, paragraphs, leftOut });
}
