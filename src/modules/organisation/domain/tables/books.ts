/** Looking units, seats and people up by what offices write for them. Pure. */
import { cleanText } from '../../../../platform/tables/cells.ts';
import { splitName, toArabicDigits, TITLES } from '../../../../thai/index.ts';
import { abbreviationKey, parseCode, type UnitKind } from '../units.ts';
import type { Person } from '../people.ts';
import type { Position } from '../positions.ts';
import { problem, type Problem } from './rows.ts';

export interface Span {
  readonly from: string;
  readonly to: string | null;
}

/** A unit with its whole history. */
export interface UnitRecord {
  readonly id: number;
  readonly kind: UnitKind;
  readonly sortOrder: number;
  readonly phone: string | null;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly names: readonly (Span & { th: string; en: string })[];
  readonly abbreviations: readonly (Span & { text: string; kind: 'preferred' | 'variant' | 'misprint'; id: number })[];
  readonly codes: readonly (Span & { code: string })[];
  readonly placements: readonly (Span & { parentId: number | null })[];
}

export interface SeatRecord extends Position {
  /** Who holds it, now and later. */
  readonly holders: readonly (Span & { personId: number; name: string })[];
}

export interface PersonRecord extends Person {
  /** Main seats, the newest first. */
  readonly seats: readonly (Span & { positionId: number; orderNumber: string; orderDate: string | null })[];
}

/** The row in force on a day; before the first, the first. */
export function factOn<F extends Span>(facts: readonly F[], day: string): F | undefined {
  return facts.find((fact) => fact.from <= day && (fact.to === null || fact.to >= day)) ?? facts.filter((fact) => fact.from > day).toSorted((a, b) => (a.from < b.from ? -1 : 1))[0];
}

const plain = (text: string): string => toArabicDigits(cleanText(text));

/** What a text stands for: one id, or words why not. */
export type Found = { readonly id: number } | Problem;

function index<T>(items: readonly T[], keys: (item: T) => readonly string[]): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const item of items) for (const key of new Set(keys(item))) if (key !== '') map.set(key, [...(map.get(key) ?? []), item]);
  return map;
}

export class UnitBook {
  readonly byId: ReadonlyMap<number, UnitRecord>;
  readonly #day: string;
  readonly #tiers: readonly ReadonlyMap<string, UnitRecord[]>[];
  readonly #texts = new Map<number, string>();

  constructor(units: readonly UnitRecord[], day: string) {
    this.#day = day;
    this.byId = new Map(units.map((unit) => [unit.id, unit]));
    const open = units.filter((unit) => unit.closedOn === null || unit.closedOn >= day);
    const spelled = (kind: string) => (unit: UnitRecord) => unit.abbreviations.filter((one) => one.kind === kind && (one.to === null || one.to >= day)).map((one) => `a:${abbreviationKey(one.text).replace(/\.$/, '')}`);
    const names = index(open, (unit) => [plain(this.nameOf(unit))]);
    this.#tiers = [
      index(open, spelled('preferred')),
      index(open, (unit) => unit.codes.filter((one) => one.to === null || one.to >= day).map((one) => `c:${one.code}`)),
      index(open, (unit) => [`n:${plain(this.nameOf(unit))}`, `n:${plain(this.#englishOf(unit)).toLowerCase()}`]),
      index(open, spelled('variant')),
    ];
    const textOf = (unit: UnitRecord): string => {
      const known = this.#texts.get(unit.id);
      if (known !== undefined) return known;
      const abbreviation = this.abbreviationOf(unit);
      const name = this.nameOf(unit);
      const parent = this.byId.get(this.parentOf(unit) ?? 0);
      // Groups of the same name stand below many bureaus: the bureau tells them apart.
      const text = abbreviation || ((names.get(plain(name))?.length ?? 0) <= 1 || !parent ? name : `${name} / ${textOf(parent)}`);
      this.#texts.set(unit.id, text);
      return text;
    };
    for (const unit of units) textOf(unit);
  }

  nameOf = (unit: UnitRecord): string => factOn(unit.names, this.#day)?.th ?? '';
  #englishOf = (unit: UnitRecord): string => factOn(unit.names, this.#day)?.en ?? '';
  abbreviationOf = (unit: UnitRecord): string => factOn(unit.abbreviations.filter((one) => one.kind === 'preferred'), this.#day)?.text ?? '';
  parentOf = (unit: UnitRecord): number | null => factOn(unit.placements, this.#day)?.parentId ?? null;

  /** How files name a unit: its abbreviation, else its name, with the unit above where names are shared. */
  text(id: number | null): string | null {
    return id === null ? null : (this.#texts.get(id) ?? null);
  }

  /** Units of a name directly below another. */
  under(name: string, parentId: number): readonly UnitRecord[] {
    return (this.#tiers[2]?.get(`n:${plain(name)}`) ?? []).filter((unit) => this.parentOf(unit) === parentId);
  }

  /** By abbreviation, letter code, name, `name / unit above`, `name (abbreviation)`, then other spellings. */
  find(typed: string, column: string): Found {
    const text = plain(typed);
    const bracket = /^(.+?)\s*\(([^()]+)\)$/.exec(text);
    const code = parseCode(text);
    const keys = [`a:${abbreviationKey(text).replace(/\.$/, '')}`, ...(code ? [`c:${code.letters} ${code.digits}`] : []), `n:${text}`, `n:${text.toLowerCase()}`];
    for (const tier of this.#tiers) {
      const found = keys.map((key) => tier.get(key)).find((units) => units !== undefined);
      if (found?.length === 1) return { id: (found[0] as UnitRecord).id };
      if (found) return problem(column, `“${typed}” เป็นได้หลายหน่วยงาน (${found.slice(0, 3).map((unit) => this.text(unit.id)).join('; ')}) กรอกแบบที่ยาวกว่า`, `“${typed}” may be several units (${found.slice(0, 3).map((unit) => this.text(unit.id)).join('; ')}). Type the longer form.`, { ambiguous: true });
    }
    const [name, ...above] = text.split(' / ');
    if (name && above.length > 0) {
      const parent = this.find(above.join(' / '), column);
      const under = 'id' in parent ? this.under(name, parent.id) : [];
      if (under.length === 1) return { id: (under[0] as UnitRecord).id };
    }
    if (bracket) {
      const inside = this.find(bracket[2] as string, column);
      if ('id' in inside) return inside;
    }
    return problem(column, `ไม่พบหน่วยงาน “${typed}” ใช้ตัวย่อ รหัสหนังสือ หรือชื่อเต็มที่มีในระบบ`, `There is no unit “${typed}”. Use an abbreviation, letter code or full name that the system knows.`);
  }
}

export class SeatBook {
  readonly byId: ReadonlyMap<number, SeatRecord>;
  readonly #byNumber: ReadonlyMap<string, SeatRecord[]>;
  readonly #byTitle: ReadonlyMap<string, SeatRecord[]>;

  constructor(seats: readonly SeatRecord[], day: string) {
    this.byId = new Map(seats.map((seat) => [seat.id, seat]));
    const open = seats.filter((seat) => seat.validTo === null || seat.validTo >= day);
    this.#byNumber = index(open, (seat) => (seat.seatNumber ? [plain(seat.seatNumber), `${seat.unitId}:${plain(seat.seatNumber)}`] : []));
    this.#byTitle = index(open, (seat) => [`${seat.unitId}:${plain(seat.title)}`, ...(seat.abbreviation ? [`${seat.unitId}:${plain(seat.abbreviation)}`] : [])]);
  }

  /** Seats of a number, in a unit where one is given. */
  numbered(number: string, unitId: number | null): readonly SeatRecord[] {
    return this.#byNumber.get(unitId === null ? plain(number) : `${unitId}:${plain(number)}`) ?? [];
  }

  titled(title: string, unitId: number): readonly SeatRecord[] {
    return this.#byTitle.get(`${unitId}:${plain(title)}`) ?? [];
  }

  /** A seat by its number, else by title within its unit. */
  find(place: { unitId: number | null; title: string; number: string }, column: string): Found {
    const numbered = place.number === '' ? [] : this.numbered(place.number, place.unitId);
    const found = numbered.length > 0 || place.unitId === null ? numbered : place.title === '' ? [] : this.titled(place.title, place.unitId).filter((seat) => place.number === '' || seat.seatNumber === '');
    if (found.length === 1) return { id: (found[0] as SeatRecord).id };
    const said = [place.title, place.number].filter(Boolean).join(' ');
    if (found.length > 1) return problem(column, `มีตำแหน่ง “${said}” ${found.length} ตำแหน่ง กรอกเลขที่ตำแหน่ง`, `There are ${found.length} positions “${said}”. Fill in the seat's number.`, { ambiguous: true });
    return problem(column, `ไม่พบตำแหน่ง “${said}” ในหน่วยงานนี้ ตั้งตำแหน่งก่อน หรือแก้ชื่อและเลขที่ให้ตรง`, `There is no position “${said}” in this unit. Make it first, or correct its title and number.`);
  }
}

export class PeopleBook {
  readonly byId: ReadonlyMap<number, PersonRecord>;
  readonly #byEmail: ReadonlyMap<string, PersonRecord>;
  readonly #byName: ReadonlyMap<string, PersonRecord[]>;

  constructor(people: readonly PersonRecord[]) {
    this.byId = new Map(people.map((person) => [person.id, person]));
    this.#byEmail = new Map(people.flatMap((person) => (person.email ? [[person.email.toLowerCase(), person] as const] : [])));
    this.#byName = index(people, (person) => [nameKey(person.given, person.family)]);
  }

  withEmail(email: string): PersonRecord | undefined {
    return this.#byEmail.get(email.toLowerCase());
  }

  named(given: string, family: string): readonly PersonRecord[] {
    return this.#byName.get(nameKey(given, family)) ?? [];
  }

  /** Somebody by e-mail address, else by full name. */
  find(name: string, email: string, column: string): Found {
    const byEmail = email === '' ? undefined : this.withEmail(email);
    if (byEmail) return { id: byEmail.id };
    if (email !== '') return problem(column, `ไม่พบบุคลากรที่มีอีเมล ${email}`, `Nobody has the e-mail address ${email}.`);
    const cut = splitName(name);
    const found = cut.ok ? this.named(cut.value.given, cut.value.family) : [];
    if (found.length === 1) return { id: (found[0] as PersonRecord).id };
    if (found.length > 1) return problem(column, `มีบุคลากรชื่อ “${name}” ${found.length} คน กรอกอีเมลเพื่อระบุตัว`, `${found.length} people are called “${name}”. Fill in the e-mail address.`, { ambiguous: true });
    return problem(column, `ไม่พบบุคลากรชื่อ “${name}” ตรวจตัวสะกด หรือเพิ่มบุคลากรก่อน`, `Nobody is called “${name}”. Check the spelling, or add the person first.`);
  }
}

function nameKey(given: string, family: string): string {
  return `${cleanText(given)} ${cleanText(family)}`.trim();
}

const civil = new Map(TITLES.filter((one) => one.kind === 'civil').flatMap((one) => one.short.map((short) => [short.replaceAll(' ', ''), one.full] as const)));

/** A civil title in full: `น.ส.` → `นางสาว`. Ranks and academic titles stay as they are written. */
export function fullTitle(title: string): string {
  const clean = cleanText(title);
  return civil.get(clean.replaceAll(' ', '')) ?? clean;
}
