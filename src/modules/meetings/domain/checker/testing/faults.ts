// Faults as people make them, put into clean minutes: what, where, and which rule should see it.
import { addDays, formatDate, isWorkingDay, localDate, nextWorkingDay, toArabicDigits, WEEKDAYS } from '../../../../../thai/index.ts';
import type { LocalDate } from '../../../../../thai/index.ts';
import type { MinutesDocument, MinutesLine } from '../../minutes-document.ts';
import { lineIndex, mapTexts, refKey, textParts } from '../../minutes-text.ts';
import type { TextPart, TextRef } from '../../minutes-text.ts';
import { isWeekend } from './generator.ts';
import type { Generated } from './generator.ts';
import type { Chance } from './random.ts';
import { officeCalendar } from './scene.ts';
import { holidayMap } from '../../../../../thai/holidays.ts';

/** A fault that was put in: any of the rules at any of the lines counts as found. */
export type Seeded = { readonly name: string; readonly rules: readonly string[]; readonly lineIds: readonly string[]; readonly document: MinutesDocument };
type Made = { readonly document: MinutesDocument; readonly lineIds: readonly string[] };
export type Fault = { readonly name: string; readonly rules: readonly string[]; readonly make: (g: Generated, document: MinutesDocument, c: Chance) => Made | undefined };

function write(document: MinutesDocument, ref: TextRef, text: string): Made {
  return { document: mapTexts(document, (old, at) => (refKey(at) === refKey(ref) ? text : old)), lineIds: [ref.lineId] };
}

/** Changes one random text among those that `change` can change. */
function alter(document: MinutesDocument, c: Chance, where: (p: TextPart) => boolean, change: (text: string, part: TextPart) => string | undefined): Made | undefined {
  for (const part of c.sample(textParts(document).filter(where), 400)) {
    const text = change(part.text, part);
    if (text !== undefined && text !== part.text) return write(document, part.ref, text);
  }
  return undefined;
}

function mapLine(document: MinutesDocument, id: string, change: (line: MinutesLine) => MinutesLine | undefined): MinutesDocument {
  const items = (lines: readonly MinutesLine[]) => lines.flatMap((l) => (l.id === id ? (change(l) ?? []) : [l]));
  return { ...document, sections: document.sections.map((s) => ({ ...s, items: s.items.map((i) => ({ ...i, lines: items(i.lines) })) })) };
}

const prose = (p: TextPart) => p.place.area === 'agenda' && p.ref.field === 'text';
const resolutionText = (p: TextPart) => prose(p) && p.kind === 'resolution';
const spoken = (p: TextPart) => p.ref.field === 'speaker.name';

/** Letters that a typist or a reader of handwriting takes for one another. */
const lookalikes: readonly (readonly [string, string])[] = [['ข', 'ช'], ['ค', 'ศ'], ['ก', 'ภ'], ['ผ', 'พ'], ['พ', 'ฟ'], ['บ', 'ป'], ['ต', 'ด'], ['ส', 'ล'], ['น', 'ม'], ['ว', 'ร'], ['ท', 'ห'], ['อ', 'ฮ']];
const nameSlips: readonly (readonly [RegExp, string])[] = [
  [/ิ/u, 'ี'], [/ี/u, 'ิ'], [/ุ/u, 'ู'], [/ู/u, 'ุ'], [/์/u, ''], [/ณ/u, 'น'], [/ศ/u, 'ส'], [/ษ/u, 'ศ'], [/([่้])/u, ''], [/รรณ/u, 'รณ'], [/ญญ/u, 'ญ'], [/ร์/u, 'น์'], [/ธ/u, 'ท'], [/เพ็/u, 'เพ'], [/ชย/u, 'ไช'], [/ภ/u, 'พ'], [/า/u, 'ะ'],
];

function misspellName(name: string, c: Chance): string | undefined {
  const fit = nameSlips.filter(([pattern]) => pattern.test(name));
  if (fit.length === 0) return undefined;
  const [pattern, to] = c.pick(fit);
  return name.replace(pattern, to);
}

function knownAbbreviations(g: Generated): Set<string> {
  return new Set(g.context.units.flatMap((u) => u.abbreviations.map((a) => a.text)));
}

function mistypeUnit(abbreviation: string, known: ReadonlySet<string>, c: Chance): string | undefined {
  const letters = Array.from(abbreviation);
  const options = letters.flatMap((letter, i) => {
    const swap = lookalikes.flatMap(([a, b]) => (a === letter ? [b] : b === letter ? [a] : []));
    const changed = swap.map((to) => letters.with(i, to).join(''));
    const next = letters[i + 1];
    if (next && next !== '.' && letter !== '.' && next !== letter) changed.push(letters.with(i, next).with(i + 1, letter).join(''));
    return changed;
  });
  const unknown = options.filter((o) => !known.has(o));
  return unknown.length > 0 ? c.pick(unknown) : undefined;
}

function dueOn(document: MinutesDocument, c: Chance, find: (from: LocalDate) => LocalDate | undefined): Made | undefined {
  const dated = lineIndex(document).flatMap(({ line }) => (line.kind === 'resolution' && line.assignments[0]?.due.kind === 'date' ? [line] : []));
  for (const line of c.sample(dated, dated.length)) {
    const [first] = line.assignments;
    if (first?.due.kind !== 'date') continue;
    const day = find(localDate(first.due.date));
    if (!day) continue;
    const shown = formatDate(localDate(first.due.date));
    const thai = /[๐-๙]/u.test(line.text);
    const text = line.text.replace(/(?:วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์)ที่\s*)?[0-9๐-๙]{1,2} [ก-๙]+ [0-9๐-๙]{4}/u, () => (thai ? toThai(formatDate(day)) : formatDate(day)));
    if (text === line.text && shown !== formatDate(day)) continue;
    return {
      document: mapLine(document, line.id, () => ({ ...line, text, assignments: [{ ...first, due: { kind: 'date', date: day } }, ...line.assignments.slice(1)] })),
      lineIds: [line.id],
    };
  }
  return undefined;
}

function toThai(text: string): string {
  return text.replace(/[0-9]/gu, (n) => '๐๑๒๓๔๕๖๗๘๙'[Number(n)] ?? n);
}

function search(from: LocalDate, step: 1 | -1, fits: (d: LocalDate) => boolean): LocalDate | undefined {
  for (let day = from, n = 0; n < 90; n += 1, day = addDays(day, step)) if (fits(day)) return day;
  return undefined;
}

const holidays = holidayMap();

/** Texts of what comes after a heading or an announcement, by id, for faults that cut a list. */
function removable(document: MinutesDocument, c: Chance): MinutesLine | undefined {
  const entries = lineIndex(document).map((e) => e.line);
  const runs = entries.filter((l, i) => l.kind === 'list-item' && l.level === 1 && entries[i + 1]?.kind === 'list-item');
  return runs.length > 0 ? c.pick(runs) : undefined;
}

export const faults: readonly Fault[] = [
  { name: 'year in a resolution', rules: ['year-contradiction'], make: (_g, doc, c) => alter(doc, c, (p) => resolutionText(p) && /ประจำปีงบประมาณ/u.test(p.text), (t) => shiftYear(t, c)) },
  { name: 'year in the covering letter', rules: ['year-contradiction', 'title-drift'], make: (_g, doc, c) => alter(doc, c, (p) => p.ref.field === 'subject' || p.ref.field === 'replyReference', (t) => shiftYear(t, c)) },
  { name: 'number of the meeting', rules: ['year-contradiction'], make: (_g, doc, c) => alter(doc, c, (p) => p.ref.field === 'subject', (t) => t.replace(/ครั้งที่ ([0-9๐-๙])/u, (_m, n: string) => `ครั้งที่ ${n === '9' || n === '๙' ? n.replace('9', '8').replace('๙', '๘') : next(n)}`)) },
  { name: 'annual left out of the title', rules: ['title-form', 'title-drift'], make: (_g, doc, c) => alter(doc, c, (p) => p.ref.field.startsWith('title:'), (t) => t.replace('ประจำปีงบประมาณ', 'งบประมาณ')) },
  {
    name: 'weight in the table', rules: ['weight-sum', 'weight-statement'],
    make: (_g, doc, c) => alter(doc, c, (p) => /^cell:\d+:1$/u.test(p.ref.field) && Number(toArabicDigits(p.text)) < 100 && Number(toArabicDigits(p.text)) > 0, (t) => same(t, String(Number(toArabicDigits(t)) + c.pick([-5, 5, 10])))),
  },
  {
    name: 'weight in the discussion', rules: ['weight-statement'],
    make: (_g, doc, c) => alter(doc, c, (p) => prose(p) && p.kind === 'statement' && /น้ำหนัก(?:เท่ากับ)?(?:ร้อยละ)? ?[0-9๐-๙]/u.test(p.text), (t) => t.replace(/(น้ำหนัก(?:เท่ากับ)?(?:ร้อยละ)? ?)([0-9๐-๙]+)/u, (_m, a: string, n: string) => a + same(n, String(Number(toArabicDigits(n)) + c.pick([5, 10, 3]))))),
  },
  {
    name: 'a list shorter than announced', rules: ['count-list', 'numbering'],
    make: (_g, doc, c) => {
      const line = removable(doc, c);
      if (!line) return undefined;
      const ids = lineIndex(doc).map((e) => e.line);
      const index = ids.findIndex((l) => l.id === line.id);
      const announcing = ids.slice(0, index).findLast((l) => l.kind === 'statement' || (l.kind === 'list-item' && l.level < 1)) ?? line;
      return { document: mapLine(doc, line.id, () => undefined), lineIds: [announcing.id, ...ids.slice(index - 3, index + 4).map((l) => l.id)] };
    },
  },
  { name: 'a wrong count', rules: ['count-list'], make: (_g, doc, c) => alter(doc, c, (p) => prose(p) && p.kind === 'statement' && /(?:ดังนี้|ดังต่อไปนี้|ได้แก่|คือ)$/u.test(p.text), (t) => t.replace(/([0-9๐-๙]+)( (?:โครงการ|กิจกรรม|มาตรการ|ขั้นตอน|ระยะ|ประเด็น)[^0-9๐-๙]*)$/u, (_m, n: string, rest: string) => same(n, String(Number(toArabicDigits(n)) + c.pick([1, 2]))) + rest)) },
  { name: 'numbering', rules: ['numbering', 'count-list', 'item-name'], make: (_g, doc, c) => {
    const items = lineIndex(doc).map((e) => e.line).filter((l) => l.kind === 'list-item' && /[2-9๒-๙]/u.test(l.label ?? ''));
    if (items.length === 0) return undefined;
    const line = c.pick(items);
    return { document: mapLine(doc, line.id, (l) => (l.kind === 'list-item' ? { ...l, label: (l.label ?? '').replace(/[0-9๐-๙]/u, (n) => next(next(n))) } : l)), lineIds: around(doc, line.id) };
  } },
  { name: 'mistyped unit', rules: ['unit-abbreviation', 'unit-confusable'], make: (g, doc, c) => alter(doc, c, (p) => prose(p) || p.ref.field === 'speaker.unit' || p.ref.field.startsWith('addressee') || p.ref.field === 'speaker.position', (t) => {
    const found = g.topic.units.filter((u) => t.includes(u.abbreviation));
    if (found.length === 0) return undefined;
    const u = c.pick(found);
    const wrong = mistypeUnit(u.abbreviation, knownAbbreviations(g), c);
    return wrong && t.replace(u.abbreviation, wrong);
  }) },
  { name: 'old abbreviation', rules: ['unit-abbreviation'], make: (g, doc, c) => alter(doc, c, (p) => prose(p) || p.ref.field === 'unit' || p.ref.field.startsWith('cell'), (t) => {
    const u = g.topic.units.find((x) => x.old && t.includes(x.abbreviation));
    return u?.old && t.replace(u.abbreviation, u.old);
  }) },
  { name: 'name of a unit', rules: ['unit-name'], make: (g, doc, c) => alter(doc, c, (p) => p.ref.field === 'position' && p.place.area === 'member', (t) => {
    const u = g.topic.units.find((x) => t.endsWith(x.fullName));
    if (!u) return undefined;
    const at = c.between(5, u.fullName.length - 5);
    const start = t.length - u.fullName.length;
    return `${t.slice(0, start + at)}${t.slice(start + at + 1)}`;
  }) },
  { name: 'name of a speaker', rules: ['person-name'], make: (_g, doc, c) => alter(doc, c, spoken, (t) => {
    const m = /^(นาย|นางสาว|นาง|น\.ส\.)(.+?)(ฯ?)$/u.exec(t);
    const wrong = m?.[2] && misspellName(m[2], c);
    return m && wrong ? `${m[1]}${wrong}${m[3]}` : undefined;
  }) },
  { name: 'name in a signature', rules: ['person-name'], make: (_g, doc, c) => alter(doc, c, (p) => p.ref.lineId.startsWith('signature') && p.ref.field === 'personName', (t) => {
    const at = /^(?:นางสาว|นาง|นาย)/u.exec(t)?.[0].length ?? -1;
    const wrong = at < 0 ? undefined : misspellName(t.slice(at), c);
    return wrong && t.slice(0, at) + wrong;
  }) },
  { name: 'full name in the text', rules: ['person-name'], make: (g, doc, c) => alter(doc, c, (p) => prose(p) && p.kind === 'statement', (t) => {
    const person = g.people.find((x) => t.includes(`${x.given} ${x.family}`));
    if (!person) return undefined;
    const given = misspellName(person.given, c) ?? person.given;
    const family = c.maybe(0.5) ? (misspellName(person.family, c) ?? person.family) : person.family;
    return t.replace(`${person.given} ${person.family}`, `${given} ${family}`);
  }) },
  { name: 'a wrong count in words', rules: ['count-list'], make: (_g, doc, c) => alter(doc, c, (p) => prose(p) && p.kind === 'statement' && /(?:ดังนี้|ดังต่อไปนี้|ได้แก่|คือ)$/u.test(p.text), (t) => t.replace(/ ([0-9๐-๙]) ((?:โครงการ|กิจกรรม|มาตรการ|ขั้นตอน|ระยะ|ประเด็น)[^0-9๐-๙]*)$/u, (_m, n: string, rest: string) => `${['สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด'][Number(toArabicDigits(n)) - 1] ?? 'เก้า'}${rest}`)) },
  { name: 'title before a name', rules: ['person-name'], make: (_g, doc, c) => alter(doc, c, spoken, (t) => (t.startsWith('นางสาว') ? t.replace('นางสาว', 'นาง') : t.startsWith('นาง') ? t.replace('นาง', 'นางสาว') : undefined)) },
  { name: 'unit of a speaker', rules: ['speaker-unit'], make: (g, doc, c) => alter(doc, c, (p) => p.ref.field === 'speaker.unit', (t) => c.pick(g.topic.units.filter((u) => u.abbreviation !== t)).abbreviation) },
  { name: 'due on a holiday', rules: ['due-date'], make: (_g, doc, c) => dueOn(doc, c, (d) => search(d, 1, (x) => holidays.has(x) && !isWeekend(x))) },
  { name: 'due on a weekend', rules: ['due-date'], make: (_g, doc, c) => dueOn(doc, c, (d) => search(d, 1, (x) => isWeekend(x))) },
  { name: 'due before the minutes go out', rules: ['due-date'], make: (g, doc, c) => dueOn(doc, c, () => search(nextWorkingDay(officeCalendar, localDate(doc.header.date)) ?? localDate(doc.header.date), 1, (x) => isWorkingDay(officeCalendar, x) && x <= (g.context.sendDate ?? ''))) },
  { name: 'due before the meeting', rules: ['due-date'], make: (_g, doc, c) => dueOn(doc, c, () => search(addDays(localDate(doc.header.date), -c.between(3, 40)), -1, (x) => isWorkingDay(officeCalendar, x))) },
  { name: 'no owner', rules: ['assignment'], make: (_g, doc, c) => changeAssignment(doc, c, (a) => ({ ...a, owners: [] })) },
  { name: 'owner who is nobody', rules: ['assignment'], make: (_g, doc, c) => changeAssignment(doc, c, (a) => ({ ...a, owners: [{ text: c.pick(['ทุกหน่วยงาน', 'ผู้เกี่ยวข้อง', 'หน่วยงานที่เกี่ยวข้อง', 'หน่วยงานตามข้อ ๑', 'เจ้าหน้าที่ทุกคน']) }] })) },
  { name: 'no date', rules: ['assignment'], make: (_g, doc, c) => changeAssignment(doc, c, (a) => ({ ...a, due: { kind: 'none' } })) },
  { name: 'assignment not recorded', rules: ['assignment'], make: (_g, doc, c) => {
    const lines = lineIndex(doc).flatMap(({ line }) => (line.kind === 'resolution' && line.assignments.length > 0 ? [line] : []));
    if (lines.length === 0) return undefined;
    const line = c.pick(lines);
    return { document: mapLine(doc, line.id, () => ({ ...line, assignments: [] })), lineIds: [line.id] };
  } },
  { name: 'owner missing from the resolution', rules: ['assignment-trace'], make: (g, doc, c) => {
    const entries = lineIndex(doc);
    const resolved = (itemId: string) => entries.filter((e) => e.item.id === itemId && e.line.kind !== 'statement').map((e) => JSON.stringify(e.line)).join(' ');
    const places = entries.filter((e) => e.line.kind === 'statement' && e.section.kind === 'for-consideration' && resolved(e.item.id).includes('"resolution"'));
    for (const { line, item } of c.sample(places, places.length)) {
      const unit = c.sample(g.topic.units, 9).find((u) => !resolved(item.id).includes(u.abbreviation) && !resolved(item.id).includes(u.fullName));
      if (!unit || line.kind !== 'statement' || /(?:ดังนี้|ดังต่อไปนี้|ได้แก่|คือ)$/u.test(line.text)) continue;
      const task = c.pick(g.topic.tasks);
      const text = `${line.text} ${c.pick([`ทั้งนี้ มอบหมายให้ ${unit.abbreviation} ${task}`, `และขอความร่วมมือ ${unit.abbreviation} ${task}`, `ส่วน ${unit.abbreviation} จะรับไป${task}`, `โดยให้ ${unit.abbreviation} รับผิดชอบ${task}`, `และขอให้ ${unit.abbreviation} ช่วย${task}อีกทางหนึ่ง`, `พร้อมฝาก ${unit.abbreviation} ${task}`, `ให้ ${unit.fullName} (${unit.abbreviation}) ไป${task}`])}`;
      return { document: mapLine(doc, line.id, () => ({ ...line, text })), lineIds: [line.id] };
    }
    return undefined;
  } },
  { name: 'weekday', rules: ['weekday-date'], make: (_g, doc, c) => alter(doc, c, (p) => /วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์)ที่/u.test(p.text), (t) => t.replace(/วัน(จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์)ที่/u, (_m, w: string) => `วัน${c.pick(WEEKDAYS.slice(1, 6).filter((x) => x !== w))}ที่`)) },
  { name: 'closing time', rules: ['meeting-time'], make: (_g, doc, c) => {
    const hour = Number(doc.header.plannedEnd.slice(0, 2)) + c.pick([-1, 1, 2]);
    const actualEnd = `${String(hour).padStart(2, '0')}:${c.pick(['20', '30', '35'])}`;
    if (Math.abs(hour * 60 + Number(actualEnd.slice(3)) - minutesOf(doc.header.plannedEnd)) <= 30) return undefined;
    return { document: { ...doc, header: { ...doc.header, actualEnd } }, lineIds: ['header'] };
  } },
  { name: 'mixed digits', rules: ['mixed-digits'], make: (_g, doc, c) => alter(doc, c, prose, (t) => t.replace(/[0-9๐-๙]{4}/u, (n) => `${n.slice(0, 2)}${/[๐-๙]/u.test(n) ? toArabicDigits(n.slice(2)) : toThai(n.slice(2))}`)) },
  { name: 'a word twice', rules: ['word-repeat'], make: (_g, doc, c) => alter(doc, c, prose, (t) => {
    const words = ['ดำเนินการ', 'หน่วยงาน', 'กำหนด', 'ข้อมูล', 'เจ้าหน้าที่', 'ปรับปรุง', 'รายงาน', 'พื้นที่', 'โครงการ'].filter((w) => t.includes(w));
    if (words.length === 0) return undefined;
    const word = c.pick(words);
    return t.replace(word, word + word);
  }) },
  { name: 'name of a numbered thing', rules: ['item-name', 'unit-abbreviation'], make: (_g, doc, c) => {
    const entries = lineIndex(doc);
    const withTable = new Set(entries.filter((e) => e.line.kind === 'table').map((e) => e.item.id));
    return alter(doc, c, (p) => p.kind === 'heading' && /^(?:โครงการ|กิจกรรม|มาตรการ)ที่/u.test(p.text) && entries.some((e) => e.line.id === p.ref.lineId && withTable.has(e.item.id)), (t) => c.pick([`${t}ในพื้นที่นำร่อง`, t.replace(/ ([^ ]+)$/u, ' การ$1')]));
  } },
  { name: 'title of a post', rules: ['official-words'], make: (_g, doc, c) => alter(doc, c, (p) => p.ref.field === 'position', (t) => t.replace(/นักวิชาการ/u, 'นักวิชการ').replace(/^วิศวกร/u, 'วิศกร').replace(/^นายช่าง(?=สำรวจ|ชล|โยธา)/u, 'นายช่า').replace('นโยบายและแผน', 'นโยบายแผน').replace('พยาบาลวิชาชีพ', 'พยาบาลวิชชีพ')) },
  { name: 'caption', rules: ['official-words'], make: (_g, doc, c) => alter(doc, c, (p) => p.ref.field === 'caption', (t) => c.pick([t.replace('ประชุม', 'การประชุม'), t.replace('ผู้จด', 'ผู้จัด'), t.replace('ผู้ตรวจ', 'ผู้ตรวจสอบ')])) },
  { name: 'range backwards', rules: ['range-order'], make: (_g, doc, c) => alter(doc, c, prose, (t) => t.replace(/([0-9๐-๙]{4}) - ([0-9๐-๙]{4})/u, '$2 - $1')) },
  { name: 'steps in one month', rules: ['step-order'], make: (_g, doc, c) => {
    const lines = lineIndex(doc).map((e) => e.line);
    const steps = lines.flatMap((l, i) => {
      const before = lines[i - 1];
      return l.kind === 'list-item' && before?.kind === 'list-item' && l.text.startsWith('ภายในเดือน') ? [{ l, before }] : [];
    });
    if (steps.length === 0) return undefined;
    const { l, before } = c.pick(steps);
    const month = /ภายในเดือน\S+ [0-9๐-๙]{4}/u.exec(before.text)?.[0];
    return month === undefined ? undefined : { document: mapLine(doc, l.id, () => ({ ...l, text: l.text.replace(/ภายในเดือน\S+ [0-9๐-๙]{4}/u, month) })), lineIds: [l.id] };
  } },
  { name: 'long name', rules: ['name-two-ways'], make: (g, doc, c) => (textParts(doc).filter((p) => p.text.includes(g.topic.longName)).length < 1 ? undefined : withSecondName(g, doc, c)) },
];

function withSecondName(g: Generated, doc: MinutesDocument, c: Chance): Made | undefined {
  const name = g.topic.longName;
  const at = c.between(8, name.length - 10);
  const wrong = `${name.slice(0, at)}${name.slice(at + 1)}`;
  const ids = new Set(textParts(doc).filter((p) => p.text.includes(name)).map((p) => p.ref.lineId));
  const made = alter(doc, c, (p) => prose(p) && p.kind === 'statement' && !/(?:ดังนี้|ดังต่อไปนี้|ได้แก่|คือ)$/u.test(p.text) && !ids.has(p.ref.lineId), (t) => `${t} ตามที่${wrong} มีข้อสังเกตไว้`);
  return made && { document: made.document, lineIds: [...made.lineIds, ...ids] };
}

function changeAssignment(doc: MinutesDocument, c: Chance, change: (a: Assignment) => Assignment): Made | undefined {
  const lines = lineIndex(doc).flatMap(({ line }) => (line.kind === 'resolution' && line.assignments.length > 0 ? [line] : []));
  if (lines.length === 0) return undefined;
  const line = c.pick(lines);
  return { document: mapLine(doc, line.id, () => ({ ...line, assignments: line.assignments.map((a, i) => (i === 0 ? change(a) : a)) })), lineIds: [line.id] };
}
type Assignment = Extract<MinutesLine, { kind: 'resolution' }>['assignments'][number];

function around(doc: MinutesDocument, id: string): string[] {
  const lines = lineIndex(doc).map((e) => e.line);
  const at = lines.findIndex((l) => l.id === id);
  const announcing = lines.slice(0, at).findLast((l) => l.kind === 'statement');
  return [...lines.slice(at, at + 2).map((l) => l.id), ...(announcing ? [announcing.id] : [])];
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function next(digit: string): string {
  const thai = '๐๑๒๓๔๕๖๗๘๙'.indexOf(digit);
  return thai >= 0 ? ('๐๑๒๓๔๕๖๗๘๙'[(thai + 1) % 10] ?? digit) : String((Number(digit) + 1) % 10);
}

/** A number in the digits of the one that it replaces. */
function same(model: string, number: string): string {
  return /[๐-๙]/u.test(model) ? toThai(number) : number;
}

function shiftYear(text: string, c: Chance): string {
  return text.replace(/(ปีงบประมาณ พ\.ศ\. )([0-9๐-๙]{4})/u, (_m, a: string, y: string) => a + same(y, String(Number(toArabicDigits(y)) + c.pick([-1, 1]))));
}

/** Puts up to `count` different faults into the minutes, no two into one line. */
export function seedFaults(g: Generated, c: Chance, count: number): { readonly document: MinutesDocument; readonly seeded: readonly Omit<Seeded, 'document'>[] } {
  let document = g.document;
  const seeded: Omit<Seeded, 'document'>[] = [];
  const touched = new Set<string>();
  for (const fault of c.sample(faults, faults.length)) {
    if (seeded.length >= count) break;
    const made = fault.make(g, document, c);
    if (!made || made.lineIds.some((id) => touched.has(id))) continue;
    document = made.document;
    for (const id of made.lineIds) touched.add(id);
    seeded.push({ name: fault.name, rules: fault.rules, lineIds: made.lineIds });
  }
  return { document, seeded };
}
