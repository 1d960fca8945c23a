// Orders as programs read them.
import { z } from 'zod';
import { apiOfPage } from '../../../platform/http/api-contract.ts';
import { day, list, next, oneOf, orNull, shape } from '../../../platform/http/api-shapes.ts';
import { committeeRoles } from '../../organisation/index.ts';
import { orderStandings } from '../domain/order-number.ts';
import { orderKey } from '../features/list-orders/load.ts';
import { ordersPage } from '../features/list-orders/page.tsx';
import { changeCommitteePage, makeCommitteePage } from '../features/make-committee/page.tsx';
import { matchMember } from '../domain/order-committee.ts';
import type { House, ReadCommittee } from '../domain/order-committee.ts';

const id = z.int();
const text = z.string();
const choice = shape({ id, label: text });
const link = shape({ side: oneOf(['by', 'to']), effect: oneOf(['cancels', 'amends']), reference: text, day, letterId: orNull(id) });
const committee = shape({ id, name: text, shortName: text, how: oneOf(['made', 'changed']) });
/** What a letter says of itself as an order. */
export const orderAnswer = shape({ standing: oneOf(orderStandings), links: list(link), committees: list(committee) });
const member = shape({ who: text, role: oneOf(committeeRoles), match: orNull(shape({ kind: oneOf(['position', 'person']), id, label: text })) });

const membersOf = (read: ReadCommittee, house: House) => read.members.map((one) => ({ ...one, match: matchMember(one.who, house) ?? null }));

export const ordersApi = {
  reads: [
    apiOfPage(ordersPage, {
      summary: { th: 'ทะเบียนคำสั่งของหน่วยงาน', en: 'The register of orders of a unit' },
      answer: shape({
        units: list(choice), unit: orNull(choice), year: orNull(id),
        items: list(shape({ entryId: id, reference: text, letterDate: day, subject: text, standing: oneOf(orderStandings), voidReason: orNull(text), letterId: orNull(id), signer: text, signerTitle: text, links: list(link), committees: list(committee) })),
        next,
      }),
      of: ({ rows, more, unit, units, year }, api) => {
        const last = rows.at(-1);
        return { units, unit: unit ?? null, year, items: rows, next: api.next(more && last ? { before: orderKey(last) } : undefined) };
      },
    }),
    apiOfPage(makeCommitteePage, {
      summary: { th: 'คณะกรรมการที่อ่านได้จากคำสั่ง', en: 'The committee read from the text of an order' },
      answer: shape({ kind: text, name: text, duties: text, members: list(member), secretariats: list(choice) }),
      of: ({ read, house, units }) => ({ kind: read.kind, name: read.name, duties: read.duties, members: membersOf(read, house), secretariats: units }),
    }),
    apiOfPage(changeCommitteePage, {
      summary: { th: 'กรรมการที่คำสั่งแก้ไขเปลี่ยนแปลง', en: 'The members that an amending order changes' },
      answer: shape({ committee: shape({ id, name: text }), seats: list(shape({ memberId: id, role: oneOf(committeeRoles), positionTitle: text, name: orNull(text) })), members: list(member) }),
      of: ({ committee: one, seats, read, house }) => ({ committee: { id: one.id, name: one.name }, seats, members: membersOf(read, house) }),
    }),
  ],
  writes: {
    '/letters/:id/committee': { th: 'ตั้งคณะกรรมการจากคำสั่ง', en: 'Make a committee from an order' },
    '/letters/:id/committee/:committee': { th: 'เปลี่ยนแปลงกรรมการตามคำสั่ง', en: 'Change members by an order' },
  },
  files: {
    '/orders.csv': { th: 'ทะเบียนคำสั่งเป็นไฟล์ CSV', en: 'The register of orders as CSV' },
    '/orders.xlsx': { th: 'ทะเบียนคำสั่งเป็นไฟล์ Excel', en: 'The register of orders as Excel' },
    '/orders.pdf': { th: 'ทะเบียนคำสั่งเป็นไฟล์ PDF', en: 'The register of orders as PDF' },
  },
  none: { '/orders/print': 'the list laid out for a printer: the same rows as /orders' },
} as const;
