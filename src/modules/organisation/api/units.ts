// Units, positions, committees and the calendar as programs read them.
import { z } from 'zod';
import { apiOfPage } from '../../../platform/http/api-contract.ts';
import { day, list, next, oneOf, orNull, shape } from '../../../platform/http/api-shapes.ts';
import { committeeRoles } from '../domain/quorum.ts';
import { positionKinds } from '../domain/positions.ts';
import { unitKinds } from '../domain/units.ts';
import { committeeKinds } from '../domain/committees.ts';
import { officeDayKinds } from '../store/calendar.ts';
import { unitsPage } from '../features/browse-units/page.tsx';
import { unitPage } from '../features/browse-units/unit-page.tsx';
import { calendarPage } from '../features/keep-calendar/page.tsx';
import { committeePage, committeesPage } from '../features/keep-committee/page.tsx';
import { positionPage, positionsPage } from '../features/keep-position/page.tsx';
import { acting } from './people.ts';

const id = z.int();
const dated = { validFrom: day, validTo: orNull(day) };

const unit = shape({
  id, kind: oneOf(unitKinds), parentId: orNull(id), name: z.string(), nameEn: z.string(), abbreviation: z.string(), code: orNull(z.string()), phone: orNull(z.string()),
});
const short = shape({ id, name: z.string(), abbreviation: z.string() });
const holder = shape({ positionId: id, personId: id, name: z.string() });
const position = {
  id, unitId: id, title: z.string(), titleEn: z.string(), abbreviation: z.string(), kind: oneOf(positionKinds), level: z.string(), seatNumber: z.string(), head: z.boolean(), ...dated,
};
const committee = {
  id, kind: oneOf(committeeKinds), name: z.string(), nameEn: z.string(), shortName: z.string(), orderNumber: z.string(), orderDate: day, duties: z.string(), secretariatUnitId: id, ...dated,
};
const person = shape({ id, name: z.string(), positionId: id, positionTitle: z.string(), head: z.boolean(), phone: orNull(z.string()) });

const succession = shape({ unitId: id, unitName: z.string(), successorId: id, successorName: z.string(), fromDay: z.string(), order: z.string() });

export const unitReads = [
  apiOfPage(unitsPage, {
    summary: { th: 'หน่วยงานทั้งหมดในวันนี้ หรือที่ค้นพบ', en: 'All units of today, or those found' },
    answer: shape({ items: list(shape({ ...unit.shape, people: id })), next }),
    of: ({ units, found, people }) => ({ items: (found ?? units).map((one) => ({ ...one, people: people.get(one.id) ?? 0 })), next: null }),
  }),
  apiOfPage(unitPage, {
    summary: { th: 'หน่วยงานหนึ่ง: หัวหน้า สารบรรณ บุคลากร และประวัติชื่อ', en: 'One unit: head, clerks, people and the history of its names' },
    answer: shape({
      unit, above: list(short), below: list(short), head: orNull(holder), clerks: list(shape({ personId: id, name: z.string() })), letterCode: orNull(z.string()), people: list(person),
      names: list(shape({ id, th: z.string(), en: z.string(), source: z.string(), ...dated })),
      abbreviations: list(shape({ id, text: z.string(), kind: z.enum(['preferred', 'variant', 'misprint']), note: z.string(), ...dated })),
      codes: list(shape({ id, code: z.string(), source: z.string(), ...dated })),
      placements: list(shape({ id, parentId: orNull(id), parentName: orNull(z.string()), ...dated })),
      lastDay: orNull(z.string()), successor: orNull(succession), tookOver: list(succession),
    }),
    of: ({ code, history, ended, successions, taken, ...data }) => ({
      ...data, letterCode: code, ...history, lastDay: ended?.closedOn ?? null, successor: successions.find((one) => one.withdrawnAt === null) ?? null, tookOver: taken,
    }),
  }),
  apiOfPage(positionsPage, {
    summary: { th: 'ตำแหน่งและผู้ดำรงตำแหน่ง', en: 'Positions and who holds them' },
    answer: shape({ items: list(shape({ ...position, unitName: z.string(), unitAbbreviation: orNull(z.string()), holderId: orNull(id), holderName: orNull(z.string()) })), next, all: id, vacant: id }),
    of: ({ seats, more, counts }, api) => ({ items: seats, next: api.next(more ? { after: seats.at(-1)?.id ?? 0 } : undefined), ...counts }),
  }),
  apiOfPage(positionPage, {
    summary: { th: 'ตำแหน่งหนึ่ง: ผู้ดำรงตำแหน่ง ผู้ทำหน้าที่แทน และประวัติ', en: 'One position: holder, who acts for it, and history' },
    answer: shape({
      position: shape(position), unit: orNull(short), holder: orNull(holder), acting: list(acting),
      history: list(shape({ personId: id, name: z.string(), orderNumber: z.string(), ...dated })),
    }),
    of: ({ seat, ...data }) => ({ ...data, position: seat }),
  }),
  apiOfPage(committeesPage, {
    summary: { th: 'คณะกรรมการและคณะทำงาน', en: 'Committees and working groups' },
    answer: shape({ items: list(shape({ ...committee, members: id, secretariat: orNull(z.string()) })), next }),
    of: ({ committees }) => ({ items: committees, next: null }),
  }),
  apiOfPage(committeePage, {
    summary: { th: 'คณะกรรมการหนึ่งชุดพร้อมกรรมการ', en: 'One committee with its members' },
    answer: shape({
      committee: shape(committee), secretariat: orNull(short),
      quorum: shape({ kind: z.enum(['majority', 'fraction', 'number']), a: id, b: id, needsChair: z.boolean(), countsRepresentatives: z.boolean() }),
      seats: list(shape({
        memberId: id, role: oneOf(committeeRoles), sortOrder: id, positionId: orNull(id), positionTitle: z.string(), personId: orNull(id), name: orNull(z.string()),
        unitId: orNull(id), unitAbbreviation: orNull(z.string()), orderNumber: z.string(), ...dated,
        standIns: list(shape({ actingId: id, kind: z.enum(['rakkha', 'patibat', 'representative']), personId: id, name: z.string(), ownTitle: z.string() })),
      })),
    }),
    of: (data) => ({ ...data, quorum: data.committee.quorum }),
  }),
  apiOfPage(calendarPage, {
    summary: { th: 'วันหยุดและวันทำการพิเศษของปี', en: 'Holidays and special working days of a year' },
    answer: shape({
      year: id,
      hours: shape({ opens: z.string(), closes: z.string() }),
      items: list(shape({ id, day, kind: oneOf(officeDayKinds), name: z.string(), source: z.string(), announcedOn: orNull(day), uncertain: z.boolean(), unitId: orNull(id) })),
      years: list(shape({ year: id, days: id })),
      next,
    }),
    of: ({ year, hours, days, years }) => ({ year, hours, items: days, years, next: null }),
  }),
] as const;

