/**
 * What was appended after a signed state. A signature stays true when more is appended, and what is appended may
 * change what one sees; so only further signatures are taken as harmless.
 */
import { PdfUpdate } from '../pdf-file/pdf-update.ts';
import { entriesOf, itemsOf, nameIn, referenceOf } from '../pdf-file/values.ts';
import { pagesOf } from './pdf-parts.ts';

export type LaterChanges = 'none' | 'signatures' | 'other';

/** @param end the length of the file when it was signed */
export function laterChanges(pdf: Uint8Array, end: number): LaterChanges {
  if (Buffer.from(pdf.subarray(end)).toString('latin1').trim() === '') return 'none';
  try {
    const states = { before: new PdfUpdate(pdf.subarray(0, end)), after: new PdfUpdate(pdf) };
    if (states.before.root !== states.after.root) return 'other';
    const lists = listsOf(states.before);
    return states.before.objectNumbers().every((object) => sameButForSignatures(states, object, lists)) ? 'signatures' : 'other';
  } catch {
    return 'other';
  }
}

interface States { readonly before: PdfUpdate; readonly after: PdfUpdate }

/** Lists that stand by themselves and that a signature enters itself in: annotations of a page, fields of the form. */
function listsOf(file: PdfUpdate): ReadonlyMap<number, 'Annots' | 'Fields'> {
  const lists = new Map<number, 'Annots' | 'Fields'>();
  const note = (dictionary: string | undefined, key: 'Annots' | 'Fields'): void => {
    const list = referenceOf(entriesOf(dictionary ?? '').get(key)?.value);
    if (list !== undefined) lists.set(list, key);
  };
  for (const page of pagesOf(file)) note(file.dictionary(page), 'Annots');
  note(file.resolved(entriesOf(file.dictionary(file.root)).get('AcroForm')?.value), 'Fields');
  return lists;
}

function read(file: PdfUpdate, object: number): { readonly value: string; readonly data: Buffer | undefined } | undefined {
  try {
    return { value: file.dictionary(object), data: file.isStream(object) ? file.packedStream(object) : undefined };
  } catch {
    return undefined;
  }
}

function sameButForSignatures(states: States, object: number, lists: ReturnType<typeof listsOf>): boolean {
  const was = read(states.before, object);
  const is = read(states.after, object);
  if (!was || !is) return was === is; // what nobody could read before is still nothing
  if (was.data || is.data) return was.value === is.value && was.data !== undefined && is.data !== undefined && was.data.equals(is.data);
  const list = lists.get(object);
  return list === undefined ? sameValue(states, was.value, is.value) : grownBySignatures(states, was.value, is.value, list);
}

function sameValue(states: States, was: string, is: string): boolean {
  if (was === is) return true;
  if (!was.startsWith('<<') || !is.startsWith('<<')) return canonical(was) === canonical(is);
  const [old, now] = [entriesOf(was), entriesOf(is)];
  const signedNow = nameIn(old.get('FT')?.value) === 'Sig' && !old.has('V') && referenceOf(now.get('V')?.value) !== undefined;
  return [...new Set([...old.keys(), ...now.keys()])].every((key) => {
    const [a, b] = [old.get(key)?.value, now.get(key)?.value];
    if (a === b || key === 'SigFlags' || key === 'DSS') return true;
    if (key === 'Annots' || key === 'Fields') return grownBySignatures(states, states.before.resolved(a) ?? '[]', states.after.resolved(b) ?? '[]', key);
    if (key === 'AcroForm') return sameForm(states, states.before.resolved(a) ?? '<< >>', states.after.resolved(b) ?? '<< >>');
    // A field that stood empty, and was signed: its value, and how that is shown.
    if (signedNow && ['V', 'AP', 'F', 'M', 'MK'].includes(key)) return true;
    return a !== undefined && b !== undefined && canonical(a) === canonical(b);
  });
}

/** A form that stands elsewhere now, or is new: it shows nothing by itself but its fields. */
function sameForm(states: States, was: string, is: string): boolean {
  const [old, now] = [entriesOf(was), entriesOf(is)];
  return ['XFA', 'NeedAppearances', 'CO'].every((key) => old.get(key)?.value === now.get(key)?.value)
    && grownBySignatures(states, states.before.resolved(old.get('Fields')?.value) ?? '[]', states.after.resolved(now.get('Fields')?.value) ?? '[]', 'Fields');
}

/** All that was in the list is there in its order, and what came after it are signatures. */
function grownBySignatures({ after }: States, was: string, is: string, list: 'Annots' | 'Fields'): boolean {
  const [old, now] = [itemsOf(was).map(canonical), itemsOf(is).map(canonical)];
  return old.every((item, i) => item === now[i]) && now.slice(old.length).every((item) => isSignature(after, item, list));
}

/** A filled signature field, or its widget; nothing that could be something else as well. */
function isSignature(file: PdfUpdate, item: string, list: 'Annots' | 'Fields'): boolean {
  const object = referenceOf(item);
  if (object === undefined || file.isStream(object)) return false;
  const own = entriesOf(file.dictionary(object));
  const field = own.has('FT') ? own : entriesOf(file.resolved(own.get('Parent')?.value) ?? '');
  const type = nameIn(own.get('Type')?.value) ?? 'Annot';
  return nameIn(field.get('FT')?.value) === 'Sig' && referenceOf(field.get('V')?.value) !== undefined && type === 'Annot'
    && (list === 'Fields' || nameIn(own.get('Subtype')?.value) === 'Widget');
}

/** A value written the one way, whatever its spaces and the order of its keys. */
function canonical(value: string): string {
  if (value.startsWith('<<')) {
    const entries = [...entriesOf(value)].map(([key, one]) => `${JSON.stringify(key)} ${canonical(one.value)}`);
    return `<<${entries.toSorted().join(' ')}>>`;
  }
  if (value.startsWith('[')) return `[${itemsOf(value).map(canonical).join(' ')}]`;
  return value.startsWith('(') || value.startsWith('<') ? value : value.replace(/[\s\0]+/g, ' ');
}
