// People, their posts, acting and rights as programs read them.
import { z } from 'zod';
import { apiOfPage, pageAt } from '../../../platform/http/api-contract.ts';
import { day, instant, list, next, oneOf, orNull, shape } from '../../../platform/http/api-shapes.ts';
import { actingKinds } from '../domain/acting.ts';
import { committeeRoles } from '../domain/quorum.ts';
import { positionKinds } from '../domain/positions.ts';
import { peoplePage } from '../features/browse-people/page.tsx';
import { personPage } from '../features/browse-people/person-page.tsx';
import { allTokensPage } from '../features/keep-api-tokens/page.tsx';
import { actingListPage, actingPage } from '../features/keep-acting/page.tsx';
import type { rolePermissionsPage } from '../features/keep-roles/matrix-page.tsx';
import { rolesPage } from '../features/keep-roles/page.tsx';
import { leavePersonPage } from '../features/move-person/page.tsx';
import { myAccountPage } from '../features/my-account/page.tsx';

const id = z.int();
const dated = { validFrom: day, validTo: orNull(day) };

const person = shape({ id, title: z.string(), given: z.string(), family: z.string(), givenEn: z.string(), familyEn: z.string(), email: orNull(z.string()), phone: orNull(z.string()), leftOn: orNull(day), leftReason: orNull(z.string()) });
const holding = shape({ id, positionId: id, positionTitle: z.string(), unitId: id, unitName: z.string(), main: z.boolean(), orderNumber: z.string(), orderDate: orNull(day), ...dated });
const seat = shape({ id, name: z.string(), role: oneOf(committeeRoles) });
const role = shape({ role: z.string(), grantId: id, through: z.enum(['person', 'position', 'kind']), positionTitle: orNull(z.string()), acting: z.boolean(), unitName: orNull(z.string()), everywhere: z.boolean() });

export const acting = shape({
  id, kind: oneOf(actingKinds), personId: id, personName: z.string(), ownTitle: z.string(), positionId: id, positionTitle: z.string(), positionAbbreviation: z.string(),
  unitId: id, unitName: z.string(), committeeId: orNull(id), committeeName: orNull(z.string()), reason: z.string(), powers: z.string(), orderNumber: z.string(),
  orderDate: orNull(day), orderFileId: orNull(id), ...dated, endedAt: orNull(instant), endedReason: orNull(z.string()),
});

export const peopleReads = [
  apiOfPage(myAccountPage, {
    path: '/me',
    summary: { th: 'เจ้าของโทเคน: ตำแหน่ง การทำหน้าที่แทน สิทธิ และขอบเขตของโทเคน', en: 'Whose token this is: posts, acting, rights, and what the token is for' },
    answer: shape({
      person, holdings: list(holding), acting: list(acting), committees: list(seat), roles: list(role),
      token: orNull(shape({ name: z.string(), scopes: list(z.string()), callsPerMinute: id })),
    }),
    of: (data, { actor: { token } }) => ({ ...data, token: token ? { name: token.name, scopes: [...token.scopes], callsPerMinute: token.perMinute } : null }),
  }),
  apiOfPage(peoplePage, {
    summary: { th: 'บุคลากร', en: 'People' },
    answer: shape({
      items: list(shape({ id, name: z.string(), positionTitle: orNull(z.string()), unitId: orNull(id), unitName: orNull(z.string()), unitAbbreviation: orNull(z.string()), phone: orNull(z.string()), leftOn: orNull(day) })),
      next, inService: id, left: id,
    }),
    of: ({ rows, more, counts }, api) => ({ items: rows, next: api.next(more ? { after: rows.at(-1)?.id ?? 0 } : undefined), ...counts }),
  }),
  apiOfPage(personPage, {
    summary: { th: 'บุคคลหนึ่ง: ตำแหน่ง การทำหน้าที่แทน และคณะกรรมการ', en: 'One person: posts, acting and committees' },
    answer: shape({ person, holdings: list(holding), acting: list(acting), committees: list(seat), roles: orNull(list(role)).describe('Only for those who may see rights, and for oneself.') }),
    of: (data) => data,
  }),
  apiOfPage(leavePersonPage, {
    summary: { th: 'งานที่ค้างในชื่อบุคคลก่อนย้ายหรือพ้นราชการ', en: 'What waits in a person’s name before they move or leave' },
    answer: shape({ person, waiting: list(shape({ label: shape({ th: z.string(), en: z.string() }), count: id })) }),
    of: (data) => data,
  }),
  apiOfPage(actingListPage, {
    summary: { th: 'การทำหน้าที่แทนที่มีผลอยู่ กำลังจะถึง หรือสิ้นสุดแล้ว', en: 'Acting in force, to come, or past' },
    answer: shape({ items: list(acting), next }),
    of: ({ rows, more }, api) => {
      const last = rows.at(-1);
      return { items: rows, next: api.next(more && last ? { before: `${last.validFrom}.${last.id}` } : undefined) };
    },
  }),
  apiOfPage(actingPage, {
    summary: { th: 'การทำหน้าที่แทนหนึ่งรายการ', en: 'One acting' },
    answer: acting,
    of: ({ record }) => record,
  }),
  apiOfPage(rolesPage, {
    summary: { th: 'ใครมีบทบาทใดและเพราะเหตุใด', en: 'Who holds which role, and why' },
    answer: shape({
      items: list(shape({
        id, role: z.string(), personId: orNull(id), personName: orNull(z.string()), positionId: orNull(id), positionTitle: orNull(z.string()), holdersOf: orNull(oneOf(positionKinds)),
        unitId: orNull(id), unitName: orNull(z.string()), ownUnit: z.boolean(), reason: z.string(), ...dated, grantedBy: orNull(z.string()), people: id,
      })),
      next,
    }),
    of: ({ grants }) => ({ items: grants, next: null }),
  }),
  apiOfPage(pageAt<ReturnType<typeof rolePermissionsPage>>('/roles/permissions'), {
    summary: { th: 'ตารางบทบาทกับสิทธิ', en: 'The table of roles and permissions' },
    answer: shape({ items: list(shape({ key: z.string(), words: shape({ th: z.string(), en: z.string() }), roles: list(z.string()) })), next }),
    of: ({ permissions, held }) => ({ items: permissions.map(({ key, words }) => ({ key, words, roles: [...held].filter(([, keys]) => keys.has(key)).map(([name]) => name) })), next: null }),
  }),
  apiOfPage(allTokensPage, {
    summary: { th: 'โทเคน API ของทุกคน (ไม่มีตัวโทเคน)', en: 'API tokens of everybody (never the tokens themselves)' },
    answer: shape({
      items: list(shape({
        id, personId: id, personName: z.string(), name: z.string(), ending: z.string(), scopes: list(z.string()), createdAt: instant, expiresOn: day,
        lastUsedAt: orNull(instant), revokedAt: orNull(instant), revokedBy: orNull(z.string()),
      })),
      next,
    }),
    of: ({ tokens, more }, api) => ({ items: tokens, next: api.next(more ? { before: tokens.at(-1)?.id ?? 0 } : undefined) }),
  }),
] as const;
