/** Rows of a file put together into an edition; what does not fit is told at its row. */
import type { Words } from '../../../../platform/words.ts';
import { parseTyped, scaled, scaledText } from '../../domain/numbers.ts';
import { checkEdition, itemsOf, type Category, type Edition, type Item } from '../../domain/pmqa/edition.ts';
import { allLevels } from '../../domain/pmqa/levels.ts';
import { certaintyWords, rowName, rowKindWords, type EditionRow } from './edition-rows.ts';

export interface Fault {
  /** Place of the row in the file's order; undefined for what no row says. */
  readonly at: number | undefined;
  readonly why: Words;
}

const say = (th: string, en: string): Words => ({ th, en });

/** A number as typed, in plain digits; undefined where it is none. */
export function plainNumber(text: string): string | undefined {
  const typed = parseTyped(text);
  return typed.ok ? scaledText(typed.value.value) : undefined;
}

const needsNumber = new Set<EditionRow['kind']>(['edition', 'points', 'category', 'level', 'factor', 'step', 'standing', 'group']);
const needsName = new Set<EditionRow['kind']>(['edition', 'category', 'item', 'result', 'standing', 'group']);

/** What is wrong with a row by itself. */
export function faultOfRow(one: EditionRow): Words | undefined {
  if (one.kind !== 'points' && one.kind !== 'level' && one.kind !== 'factor' && one.key === '') return say('ต้องมีรหัส', 'A key is needed');
  if (needsName.has(one.kind) && one.name === '') return say('ต้องมีชื่อ', 'A name is needed');
  if ((one.kind === 'points' || one.kind === 'level' || one.kind === 'box') && one.level === '') return say('ต้องระบุระดับ', 'A level is needed');
  if (needsNumber.has(one.kind)) {
    const number = plainNumber(one.number);
    if (number === undefined) return say('ช่องตัวเลขต้องเป็นตัวเลข', 'The number is missing or not one');
    if (scaled(number) < 0n) return say('ตัวเลขต้องไม่ติดลบ', 'The number may not be negative');
    if (one.kind === 'level' && !/^[1-9]\d?$/.test(number)) return say('จำนวนข้อย่อยต้องเป็นจำนวนเต็มตั้งแต่ 1 ถึง 99', 'The count of boxes is a whole number from 1 to 99');
  }
  if (one.until !== '' && plainNumber(one.until) === undefined) return say('ช่อง “ถึง” ต้องเป็นตัวเลขหรือเว้นว่าง', '“Until” is a number or empty');
  if ((one.kind === 'level' || one.kind === 'box') && one.text === '') return say('ต้องมีข้อความ', 'A text is needed');
  if (one.kind === 'edition' && !/^[0-9A-Za-z._-]{1,40}$/.test(one.key)) return say('รหัสฉบับใช้ตัวเลข อักษรอังกฤษ จุด และขีดเท่านั้น', 'The key of an edition has digits, Latin letters, dots and dashes only');
  if ((one.kind === 'item' || one.kind === 'result') && !/^\d+\.\d+$/.test(one.key)) return say('รหัสหัวข้อต้องเป็นเช่น 1.1', 'The key of an item is like 1.1');
  if (one.kind === 'line' && one.text.split(' ').filter(Boolean).map(plainNumber).filter((value) => value !== undefined).length !== 5) return say('ต้องมีค่าของระดับ 1 ถึง 5 รวม 5 ค่า คั่นด้วยวรรค', 'Five values are needed, parted by spaces');
  if (one.kind === 'group' && !Object.values(certaintyWords).some(({ th, en }) => one.text === th || one.text === en)) return say('ข้อความของกลุ่มต้องเป็น ยืนยันแล้ว หรือ รอยืนยัน', 'The text of a group is “confirmed” or “to confirm”');
  return undefined;
}

const words = ({ name, name_en: en }: EditionRow): Words => ({ th: name, en: en || name });

/** The edition that the rows say; faults where they do not fit together. Rows that are wrong by themselves are not to be here. */
export function editionOfRows(rows: readonly EditionRow[]): { readonly edition: Edition; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const of = (kind: EditionRow['kind']) => rows.flatMap((one, at) => (one.kind === kind ? [{ ...one, at, value: plainNumber(one.number) ?? '0' }] : []));
  const head = of('edition')[0];
  if (!head) faults.push({ at: undefined, why: say('ไม่มีแถวชนิด “ฉบับ” ซึ่งบอกรหัสและชื่อของเกณฑ์', 'There is no row of kind “edition” with the key and name of the criteria') });
  const known = { category: new Set(of('category').map(({ key }) => key)), item: new Set(of('item').map(({ key }) => key)) };
  for (const one of [...of('item'), ...of('result')]) if (!known.category.has(one.under)) faults.push({ at: one.at, why: say(`ไม่มีหมวด ${one.under || '(ว่าง)'} ในไฟล์`, `The file has no category ${one.under || '(empty)'}`) });
  for (const one of [...of('level'), ...of('box')]) if (!known.item.has(one.under)) faults.push({ at: one.at, why: say(`ไม่มีหัวข้อ ${one.under || '(ว่าง)'} ในไฟล์`, `The file has no item ${one.under || '(empty)'}`) });
  const points = Object.fromEntries(allLevels.map((level) => [level, of('points').find((one) => one.level === level)?.value]));
  for (const level of allLevels) if (points[level] === undefined) faults.push({ at: undefined, why: say(`ไม่มีคะแนนของระดับ ${level}`, `There are no points of level ${level}`) });

  const levelOf = (item: EditionRow & { at: number }, level: (typeof allLevels)[number]): Item['levels']['basic'] => {
    const stated = of('level').find((one) => one.under === item.key && one.level === level);
    if (!stated) { faults.push({ at: item.at, why: say(`หัวข้อนี้ไม่มีแถวของระดับ ${level}`, `This item has no row of level ${level}`) }); return { boxes: 1, gist: '' }; }
    const boxes = of('box').filter((one) => one.under === item.key && one.level === level).toSorted((a, b) => Number(a.key) - Number(b.key));
    const texts = boxes.map(({ text }) => text);
    const count = Number(stated.value);
    if (texts.length > 0 && texts.length !== count) faults.push({ at: stated.at, why: say(`ระบุว่ามี ${count} ข้อย่อย แต่ในไฟล์มี ${texts.length} แถว`, `${count} boxes are stated, the file has ${texts.length} rows of them`) });
    boxes.forEach((one, at) => { if (one.key !== String(at + 1)) faults.push({ at: one.at, why: say('ลำดับข้อย่อยต้องเป็น 1, 2, 3 … ต่อเนื่องกัน', 'Boxes are numbered 1, 2, 3 … without a gap') }); });
    return { boxes: count, gist: stated.text, ...(texts.length > 0 ? { texts } : {}) };
  };
  const categories = of('category').map((category): Category => {
    const results = of('result').filter(({ under }) => under === category.key).map((one) => ({ key: one.key, name: words(one) }));
    return {
      key: category.key, weight: category.value, name: words(category),
      items: of('item').filter(({ under }) => under === category.key).map((one): Item => ({ key: one.key, name: words(one), levels: { basic: levelOf(one, 'basic'), advance: levelOf(one, 'advance'), significance: levelOf(one, 'significance') } })),
      ...(results.length > 0 ? { results } : {}),
    };
  });
  for (const category of of('category')) {
    if (scaled(category.value) <= 0n) faults.push({ at: category.at, why: say('น้ำหนักของหมวดต้องมากกว่าศูนย์', 'The weight of a category is more than zero') });
    if (!rows.some(({ kind, under }) => (kind === 'item' || kind === 'result') && under === category.key)) faults.push({ at: category.at, why: say('หมวดนี้ไม่มีหัวข้อ', 'This category has no item') });
  }
  if (categories.length === 0) faults.push({ at: undefined, why: say('ไม่มีแถวชนิด “หมวด”', 'There is no row of kind “category”') });
  const standing = (one: ReturnType<typeof of>[number]) => ({ key: one.key, name: words(one), from: one.value });
  const until = (text: string) => (text === '' ? null : plainNumber(text) ?? null);
  const edition: Edition = {
    key: head?.key ?? '', name: head ? words(head) : say('', ''), governmentLevel: head?.value ?? '4',
    points: { basic: points.basic ?? '0', advance: points.advance ?? '0', significance: points.significance ?? '0' },
    categories,
    ladders: of('line').map(({ key, text }) => ({ key, values: text.split(' ').filter(Boolean).map((value) => plainNumber(value) ?? '0') })),
    free: { factor: of('factor')[0]?.value ?? '3', steps: of('step').map((one) => ({ upTo: until(one.until), points: one.value })) },
    standings: of('standing').map(standing),
    groups: of('group').map((one) => ({ ...standing(one), below: until(one.until), certainty: one.text === certaintyWords.confirmed.th || one.text === certaintyWords.confirmed.en ? 'confirmed' as const : 'to-confirm' as const })),
  };
  if (faults.length === 0) for (const found of checkEdition(edition)) if (found.severity === 'error') faults.push({ at: undefined, why: found.words });
  if (faults.length === 0 && itemsOf(edition).length === 0) faults.push({ at: undefined, why: say('ไม่มีหัวข้อที่มีข้อย่อย', 'No item has boxes') });
  return { edition, faults };
}

/** Where a row stands a second time, by its place. */
export function doublesOf(rows: readonly EditionRow[]): ReadonlySet<number> {
  const seen = new Set<string>();
  const twice = new Set<number>();
  rows.forEach((one, at) => {
    const name = rowName(one);
    if (seen.has(name)) twice.add(at);
    seen.add(name);
  });
  return twice;
}

/** `หัวข้อ 1.1`, `ข้อย่อย 1.1 พื้นฐาน 2`: how a row is called where it is missing. */
export const rowLabel = ({ kind, under, level, key, name }: EditionRow): Words => {
  const tail = [kind === 'item' || kind === 'result' ? '' : under, level, key, name].filter(Boolean).join(' ');
  return { th: `${rowKindWords[kind].th} ${tail}`, en: `${rowKindWords[kind].en} ${tail}` };
};
