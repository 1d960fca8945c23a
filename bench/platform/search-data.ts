// Documents for measuring the search: Thai text with the word frequencies of real text, the same at every run.
import type pg from 'pg';
import type { Database } from '../../src/platform/db/database.ts';
import { systemActor } from '../../src/platform/access/actor.ts';
import { indexDocuments } from '../../src/platform/search/index-document.ts';
import { randomFrom } from '../support/random.ts';

const vocabularySize = 24_000;
const seed = 2564;
const type = 'assignments.task';

const initials = 'ก ข ค ง จ ช ซ ด ต ท น บ ป ผ ฝ พ ฟ ม ย ร ล ว ส ห อ กร กล คว ปร พร ตร สว หน หม'.split(' ');
const rimes = '-า -าน -าร -าง -าด -าย -ี -ิน -ิด -ือ -ืน -ุก -ุด -ู -ูก -ัน -ัด -ับ -ัว -ัก -อง -อน -อก -ง -น -ม -ะ เ-ย เ-น เ-ด แ-ง แ-น โ-น โ-ก ไ- ใ- -ำ เ-า เ-ือง'.split(' ');
const tones = ['', '', '', '', '่', '้'];
const officeWords = `ประชุม หนังสือ รายงาน กรม สำนัก กอง กลุ่ม งาน แผน โครงการ งบประมาณ ตัวชี้วัด ประชาสัมพันธ์ ข้อมูล ข่าวสาร ระบบ สารบรรณ อิเล็กทรอนิกส์ ดำเนินการ ติดตาม ประเมินผล ปฏิบัติราชการ
  ประชาชน จังหวัด กระทรวง คณะกรรมการ มติ เห็นชอบ พิจารณา เสนอ อนุมัติ จัดทำ เผยแพร่ สื่อ วิทยุ โทรทัศน์ อบรม บุคลากร บริการ ความพึงพอใจ ความสำเร็จ ร้อยละ ปีงบประมาณ ไตรมาส เป้าหมาย`.split(/\s+/);
const latinWords = ['COVID-19', 'e-Saraban', 'KPI', 'PMQA 4.0', 'Work From Home', 'Open Data', 'Facebook', 'NBT'];
const shortNames = ['ก.พ.ร.', 'กพร.', 'พ.ศ.', 'สลก.', 'สปต.', 'อ.ก.พ.'];

type Random = () => number;
const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)] as T;

/** A syllable as Thai is written: a vowel may stand before, above, below or behind its consonant, the tone above. */
function syllable(random: Random): string {
  const rime = pick(rimes, random);
  const start = pick(initials, random);
  const tone = pick(tones, random);
  const [before = '', behind = ''] = rime.split('-');
  const marks = /^[ัิีืุู]/.test(behind) ? 1 : 0;
  return `${before}${start}${behind.slice(0, marks)}${tone}${behind.slice(marks)}`;
}

/** Words by how common they are: the commonest short, office words among the first thousand. */
function makeVocabulary(): string[] {
  const random = randomFrom(seed);
  const made = new Set<string>();
  while (made.size < vocabularySize) {
    const at = made.size;
    if (at > 20 && at < 20 + officeWords.length * 12 && at % 12 === 0) made.add(officeWords[(at - 20) / 12 | 0] as string);
    const syllables = 1 + Math.floor(random() * (at < 300 ? 1.4 : at < 3_000 ? 2.5 : 4));
    made.add(Array.from({ length: syllables }, () => syllable(random)).join(''));
  }
  return [...made];
}

export interface BenchDocument {
  readonly id: number;
  readonly title: string;
  readonly body: string;
  readonly day: string;
  readonly readers: readonly number[];
}

/** Everything that makes document `n`, whenever it is asked for. */
export interface Library {
  readonly vocabulary: readonly string[];
  document(n: number): BenchDocument;
}

const newest = Date.UTC(2020, 10, 2);

/** Documents of five years; each has its own unit, up to four other units and a person, and the measuring unit in every third. */
export function createLibrary(size: number, unitId: number, units: readonly number[]): Library {
  const vocabulary = makeVocabulary();
  // Zipf with exponent 1: the word of rank r comes up in proportion to 1/r.
  const sums: number[] = [];
  for (let rank = 1; rank <= vocabulary.length; rank += 1) sums.push((sums.at(-1) ?? 0) + 1 / (rank + 2));
  const word = (random: Random): string => {
    const at = random() * (sums.at(-1) as number);
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) < at) low = middle + 1;
      else high = middle;
    }
    return vocabulary[low] as string;
  };
  const thai = (text: string) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(0xe50 + Number(digit)));
  const piece = (random: Random): string => {
    const kind = random();
    if (kind < 0.93) return word(random);
    if (kind < 0.95) return ` ${pick(latinWords, random)} `;
    if (kind < 0.965) return ` ${pick(shortNames, random)} `;
    const number = kind < 0.98 ? `${1 + Math.floor(random() * 31)}/${2558 + Math.floor(random() * 8)}` : Math.floor(random() * 1e5).toLocaleString('en');
    return ` ${random() < 0.5 ? thai(number) : number} `;
  };
  const text = (random: Random, words: number): string => {
    let out = '';
    for (let at = 0; at < words; at += 1) out += piece(random) + (random() < 0.12 ? ' ' : '');
    return out.replace(/ {2,}/g, ' ').trim();
  };
  return {
    vocabulary,
    document(n) {
      const random = randomFrom(seed * 1_000_003 + n);
      const others = Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(units, random));
      return {
        id: n,
        title: text(random, 5 + Math.floor(random() * 10)) || 'เรื่อง',
        body: text(random, 30 + Math.floor(random() * 90)),
        day: new Date(newest - Math.floor(((size - n) / size) * 5 * 365) * 86_400_000).toISOString().slice(0, 10),
        readers: [...new Set([...others, ...(random() < 0.3 ? [unitId] : []), 900_000 + (n % 500)])],
      };
    },
  };
}

const batch = 500;

/** Lays the documents down as tasks of the house and in its search, index afterwards. Ids of tasks begin at `first`. */
export async function fillLibrary(owner: pg.Pool, database: Database, library: Library, size: number, first: number): Promise<void> {
  const later = ['platform.search_document_find', 'assignments.task_readers'];
  const { rows: definitions } = await owner.query<{ def: string }>('select pg_get_indexdef(i::regclass) as def from unnest($1::text[]) i', [later]);
  await owner.query(`drop index ${later.join(', ')}`);
  for (let from = 0; from < size; from += batch) {
    const documents = Array.from({ length: Math.min(batch, size - from) }, (_, at) => library.document(from + at));
    const put = owner.query(
      `insert into assignments.task (id, title, detail, state, assigned_on, source_type, follow_up_unit_id, readers, created_at, closed_at)
       overriding system value select d.id + $2, d.title, d.body, 'closed', d.day, 'bench', d.readers[1], d.readers, d.day::timestamptz, d.day::timestamptz
       from jsonb_to_recordset($1::jsonb) as d (id bigint, title text, body text, day date, readers int[])`,
      [JSON.stringify(documents), first],
    );
    const indexed = database.write(systemActor('bench'), (tx) =>
      indexDocuments(tx, documents.map(({ id, title, body, day, readers }) => ({ type, id: first + id, title, body, href: `/tasks/${first + id}`, date: day, readers }))));
    await Promise.all([put, indexed]);
  }
  await owner.query(`set maintenance_work_mem = '512MB'; ${definitions.map(({ def }) => def).join('; ')}; reset maintenance_work_mem`);
  await owner.query('vacuum analyze platform.search_document');
  await owner.query('vacuum analyze assignments.task');
}
