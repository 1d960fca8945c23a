/** The five tables that can be taken out and brought in: what they hold, who may, and how a change is carried out. */
import type { Actor } from '../../../platform/access/actor.ts';
import { can } from '../../../platform/access/actor.ts';
import type { AuditEntry } from '../../../platform/audit/audit.ts';
import { sql, type ReadTx, type Tx } from '../../../platform/db/database.ts';
import type { FileRow } from '../../../platform/tables/table.ts';
import type { TableRow } from '../../../platform/tables/table.ts';
import type { Words } from '../../../platform/words.ts';
import { PeopleBook, SeatBook, UnitBook } from '../domain/tables/books.ts';
import { calendarColumns, calendarRules, type CalendarHouse } from '../domain/tables/calendar.ts';
import { committeeColumns } from '../domain/tables/committee-columns.ts';
import { committeeRules, type CommitteeHouse } from '../domain/tables/committees.ts';
import { peopleColumns, peopleRules, type PeopleHouse } from '../domain/tables/people.ts';
import { planRows } from '../domain/tables/plan.ts';
import { positionColumns, positionRules, type SeatHouse } from '../domain/tables/positions.ts';
import { tableKinds, type OfficeColumn, type RowPlan, type TableKindName } from '../domain/tables/rows.ts';
import { unitColumns, unitRules, type UnitHouse } from '../domain/tables/units.ts';
import { applyCalendar } from './apply-calendar.ts';
import { applyCommittees } from './apply-committees.ts';
import { applyPeople, checkHandOver } from './apply-people.ts';
import { applyPositions } from './apply-positions.ts';
import { applyUnits } from './apply-units.ts';
import { committeeRecords, dayRecords, personRecords, seatRecords, unitRecords } from './records.ts';

/** Which records of a list page are written out; all of the table without ids. */
export interface ExportFilter {
  readonly ids?: ReadonlySet<number>;
  /** Buddhist year, of the calendar. */
  readonly year?: number;
}

export interface Applying {
  readonly day: string;
  readonly at: Date;
  /** Of the staged import, for the trail. */
  readonly importId: number;
}

export interface TableKind {
  readonly name: TableKindName;
  readonly title: Words;
  readonly columns: readonly OfficeColumn[];
  /** What changing these records takes, besides `organisation.import`. */
  readonly permission: string;
  /** The list page, whose buttons write the table out. */
  readonly href: string;
  /** Where a record is seen. */
  readonly recordHref: (id: number) => string | undefined;
  /** Tables whose rows must not change between the last look and the writing. */
  readonly tables: readonly string[];
  readonly rows: (tx: ReadTx, day: string, filter: ExportFilter) => Promise<TableRow[]>;
  readonly plan: (tx: ReadTx, rows: readonly FileRow[], day: string) => Promise<RowPlan[]>;
  /** Writes the rows that are taken. A refusal of the database or of a store function rolls everything back. */
  readonly apply: (tx: Tx, plans: readonly RowPlan[], how: Applying) => Promise<AuditEntry[]>;
}

const keeper = (actor: Actor, permission: string) => (unitId: number) => can(actor, permission, unitId);
const everywhere = (actor: Actor, permission: string) => actor.kind === 'system' || actor.permissions.get(permission) === 'all';

async function unitHouse(tx: ReadTx, day: string): Promise<UnitHouse> {
  const permission = 'organisation.manage-units';
  return { day, units: new UnitBook(await unitRecords(tx), day), seats: await seatRecords(tx), may: keeper(tx.actor, permission), mayAll: everywhere(tx.actor, permission) };
}

async function seatHouse(tx: ReadTx, day: string): Promise<SeatHouse> {
  return { day, units: new UnitBook(await unitRecords(tx), day), seats: new SeatBook(await seatRecords(tx), day) };
}

async function peopleHouse(tx: ReadTx, day: string): Promise<PeopleHouse> {
  return { ...(await seatHouse(tx, day)), people: new PeopleBook(await personRecords(tx)), actorId: tx.actor.id };
}

async function committeeHouse(tx: ReadTx, day: string): Promise<CommitteeHouse> {
  const { committees, members } = await committeeRecords(tx);
  return { ...(await peopleHouse(tx, day)), committees: new Map(committees.map((one) => [one.id, one])), members, may: keeper(tx.actor, 'organisation.manage-committees') };
}

const calendarHouse = async (tx: ReadTx, day: string): Promise<CalendarHouse> => ({ units: new UnitBook(await unitRecords(tx), day), days: await dayRecords(tx) });

const within = (ids: ReadonlySet<number> | undefined, id: number) => ids === undefined || ids.has(id);

const kinds: Readonly<Record<TableKindName, TableKind>> = {
  units: {
    name: 'units', title: { th: 'หน่วยงาน', en: 'Units' }, columns: unitColumns, permission: 'organisation.manage-units', href: '/units', recordHref: (id) => `/units/${id}`,
    tables: ['unit', 'unit_name', 'unit_abbreviation', 'unit_code', 'unit_placement', 'position', 'holding'],
    async rows(tx, day, { ids }) {
      const house = await unitHouse(tx, day);
      const placed = await sql<{ id: number }>`select id from organisation.units_on(${day}::date) order by cardinality(path), sort_order, id`.execute(tx.db);
      return placed.rows.flatMap(({ id }) => (within(ids, id) ? [unitRules.cellsOf(house.units.byId.get(id) as never, house)] : []));
    },
    plan: async (tx, rows, day) => planRows(rows, unitRules, await unitHouse(tx, day)),
    apply: applyUnits,
  },
  people: {
    name: 'people', title: { th: 'บุคลากร', en: 'People' }, columns: peopleColumns, permission: 'organisation.manage-people', href: '/people', recordHref: (id) => `/people/${id}`,
    tables: ['person', 'holding', 'position'],
    async rows(tx, day, { ids }) {
      const house = await peopleHouse(tx, day);
      return [...house.people.byId.values()].flatMap((person) => (within(ids, person.id) ? [peopleRules.cellsOf(person, house)] : []));
    },
    plan: async (tx, rows, day) => checkHandOver(tx, planRows(rows, peopleRules, await peopleHouse(tx, day))),
    apply: applyPeople,
  },
  positions: {
    name: 'positions', title: { th: 'ตำแหน่ง', en: 'Positions' }, columns: positionColumns, permission: 'organisation.manage-people', href: '/positions', recordHref: (id) => `/positions/${id}`,
    tables: ['position', 'holding', 'unit'],
    async rows(tx, day, { ids }) {
      const house = await seatHouse(tx, day);
      const chosen = ids === undefined ? [...house.seats.byId.values()].filter((seat) => seat.validFrom <= day && (seat.validTo === null || seat.validTo >= day)) : [...ids].flatMap((id) => house.seats.byId.get(id) ?? []);
      return chosen.map((seat) => positionRules.cellsOf(seat, house));
    },
    plan: async (tx, rows, day) => planRows(rows, positionRules, await seatHouse(tx, day)),
    apply: applyPositions,
  },
  committees: {
    name: 'committees', title: { th: 'คณะกรรมการ', en: 'Committees' }, columns: committeeColumns, permission: 'organisation.manage-committees', href: '/committees', recordHref: () => undefined,
    tables: ['committee', 'committee_member', 'person', 'position'],
    async rows(tx, day) {
      const house = await committeeHouse(tx, day);
      return [...house.committees.values()].flatMap((committee) => {
        const members = house.members.filter((one) => one.committeeId === committee.id && (one.validTo === null || one.validTo >= day));
        return (members.length > 0 ? members : [null]).map((member) => committeeRules.cellsOf({ committee, member }, house));
      });
    },
    plan: async (tx, rows, day) => planRows(rows, committeeRules, await committeeHouse(tx, day)),
    apply: applyCommittees,
  },
  calendar: {
    name: 'calendar', title: { th: 'ปฏิทินวันทำการ', en: 'Office calendar' }, columns: calendarColumns, permission: 'organisation.manage-calendar', href: '/office-calendar', recordHref: () => undefined,
    tables: ['office_day'],
    async rows(tx, day, { year }) {
      const house = await calendarHouse(tx, day);
      const prefix = year === undefined ? '' : `${year - 543}-`;
      return house.days.flatMap((one) => (!one.withdrawn && one.day.startsWith(prefix) ? [calendarRules.cellsOf(one, house)] : []));
    },
    plan: async (tx, rows, day) => planRows(rows, calendarRules, await calendarHouse(tx, day)),
    apply: applyCalendar,
  },
};

export const kindOf = (name: TableKindName): TableKind => kinds[name];

/** A kind by the name that somebody typed. */
export const findKind = (name: string | undefined): TableKind | undefined => kinds[tableKinds.find((one) => one === name) as TableKindName];

/** Tables that an actor may bring in. */
export const kindsFor = (actor: Actor): TableKind[] => tableKinds.map((name) => kinds[name]).filter((kind) => can(actor, 'organisation.import') && can(actor, kind.permission));

/** Columns that are written into a file. */
export const writtenColumns = (kind: TableKind): OfficeColumn[] => kind.columns.filter((column) => !column.inputOnly);
