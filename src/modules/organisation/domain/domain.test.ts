import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PermissionDefinition } from '../../../platform/module.ts';
import { actingAuthority, actingLine, strongest } from './acting.ts';
import { holdsOn, standing } from './dated.ts';
import { quorum, seatsNeeded, type QuorumRule, type SeatAttendance } from './quorum.ts';
import { permissionsOf, roleTable } from './roles.ts';
import { abbreviationKey, parseCode, printedCode, unitLabel } from './units.ts';
import { checkNewPassword } from '../sign-in/passwords.ts';
import { newFirstPassword } from '../sign-in/tokens.ts';

const rule: QuorumRule = { kind: 'majority', a: 1, b: 2, needsChair: false, countsRepresentatives: true };
const seats = (present: number, of: number): SeatAttendance[] => Array.from({ length: of }, (_, i) => ({ role: i === 0 ? 'chair' : 'member', present: i < present }));

test('half of the members is a quorum, less is none', () => {
  expect(quorum(rule, seats(6, 11))).toMatchObject({ needed: 6, present: 6, reached: true });
  expect(quorum(rule, seats(5, 11)).reached).toBe(false);
  expect(quorum(rule, seats(5, 10)).reached).toBe(true);
  expect(quorum(rule, [])).toMatchObject({ reached: false });
});

test('fractions round up, numbers stand as they are', () => {
  expect(seatsNeeded({ kind: 'fraction', a: 2, b: 3 }, 11)).toBe(8);
  expect(seatsNeeded({ kind: 'number', a: 4, b: 1 }, 11)).toBe(4);
  fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (members, a, b) => {
    fc.pre(a <= b);
    const needed = seatsNeeded({ kind: 'fraction', a, b }, members);
    expect(needed * b).toBeGreaterThanOrEqual(members * a);
    expect((needed - 1) * b).toBeLessThan(members * a);
  }));
});

test('the chair in person where the rule wants it; representatives where the rule counts them', () => {
  const byRepresentative = seats(6, 11).map((seat, i) => ({ ...seat, byRepresentative: i === 0 }));
  expect(quorum({ ...rule, needsChair: true }, byRepresentative).reached).toBe(false);
  expect(quorum({ ...rule, needsChair: true }, [...byRepresentative.slice(0, 1), { role: 'vice-chair', present: true }, ...byRepresentative.slice(2)]).reached).toBe(true);
  expect(quorum({ ...rule, countsRepresentatives: false }, byRepresentative)).toMatchObject({ present: 5, reached: false });
});

test('the line under a signature follows the kind of acting', () => {
  expect(actingLine('rakkha', 'ผู้อำนวยการกองคลัง')).toBe('รักษาราชการแทนผู้อำนวยการกองคลัง');
  expect(actingLine('patibat', 'อธิบดีกรมตัวอย่าง')).toBe('ปฏิบัติราชการแทนอธิบดีกรมตัวอย่าง');
  expect(actingLine('representative', 'ผู้อำนวยการสำนักข่าว')).toBe('ผู้แทน ผู้อำนวยการสำนักข่าว');
  expect(actingAuthority({ id: 4, kind: 'patibat', positionId: 9, positionTitle: 'อธิบดี' })).toEqual({ kind: 'delegated', positionId: 9, actingId: 4, words: 'ปฏิบัติราชการแทนอธิบดี' });
});

test('full powers are relied on before delegated ones, the newer before the older', () => {
  const records = [
    { id: 1, kind: 'patibat' as const, validFrom: '2020-05-01' },
    { id: 2, kind: 'rakkha' as const, validFrom: '2020-01-01' },
    { id: 3, kind: 'rakkha' as const, validFrom: '2020-03-01' },
  ];
  expect(strongest(records)?.id).toBe(3);
  expect(strongest([])).toBeUndefined();
});

test('both ends of a period belong to it', () => {
  const row = { validFrom: '2020-11-10', validTo: '2020-11-12' };
  expect(['2020-11-09', '2020-11-10', '2020-11-12', '2020-11-13'].map((day) => holdsOn(row, day))).toEqual([false, true, true, false]);
  expect(standing({ validFrom: '2021-01-01', validTo: null }, '2020-11-09')).toBe('future');
  expect(standing(row, '2020-12-01')).toBe('past');
});

test('letter codes are read in both digits and printed in Thai ones', () => {
  expect(parseCode('นร ๐๒๒๓')).toEqual({ letters: 'นร', digits: '0223' });
  expect(parseCode('นร0201.2')).toEqual({ letters: 'นร', digits: '0201.2' });
  expect(parseCode('นร 22')).toBeUndefined();
  expect(parseCode('NR 0223')).toBeUndefined();
  expect(printedCode('นร 0223')).toBe('นร ๐๒๒๓');
});

test('abbreviations compare without spaces and doubled stops', () => {
  expect(abbreviationKey(' สนข .')).toBe('สนข.');
  expect(abbreviationKey('รปส.๓')).toBe('รปส.3');
  expect(unitLabel({ name: 'สำนักข่าว', nameEn: 'News Bureau', abbreviation: 'สนข.' }, 'en')).toBe('News Bureau (สนข.)');
});

const permissions: PermissionDefinition[] = [
  { key: 'a.read', words: { th: 'อ่าน', en: 'read' }, roles: ['staff'] },
  { key: 'a.write', words: { th: 'เขียน', en: 'write' }, roles: ['clerk', 'executive'] },
];

test('scopes of several grants add up, and everywhere swallows the rest', () => {
  const table = roleTable(permissions);
  expect(permissionsOf(table, [], []).get('a.read')).toBe('all');
  expect(permissionsOf(table, [], []).has('a.write')).toBe(false);
  expect(permissionsOf(table, [{ role: 'clerk', units: [5, 6] }, { role: 'clerk', units: [6, 7] }], []).get('a.write')).toEqual([5, 6, 7]);
  expect(permissionsOf(table, [{ role: 'clerk', units: [5] }, { role: 'executive', units: null }], []).get('a.write')).toBe('all');
  expect(permissionsOf(table, [{ role: 'executive', units: null }, { role: 'clerk', units: [5] }], []).get('a.write')).toBe('all');
});

test('an administrator takes a permission from a role or gives it one', () => {
  const table = roleTable(permissions);
  expect(permissionsOf(table, [{ role: 'clerk', units: null }], [{ role: 'clerk', permission: 'a.write', allowed: false }]).has('a.write')).toBe(false);
  expect(permissionsOf(table, [{ role: 'auditor', units: null }], [{ role: 'auditor', permission: 'a.write', allowed: true }]).get('a.write')).toBe('all');
});

test('a new password is long, not common, and does not name its owner', () => {
  expect(checkNewPassword('สั้นไป', []).ok).toBe(false);
  expect(checkNewPassword('1234567890', []).ok).toBe(false);
  expect(checkNewPassword('aaaaaaaaaaaa', []).ok).toBe(false);
  expect(checkNewPassword('ดวงหทัย2563-ไทย', ['ดวงหทัย']).ok).toBe(false);
  expect(checkNewPassword('แมวดำนอนบนโต๊ะ', ['ดวงหทัย']).ok).toBe(true);
});

test('first passwords can be read out and never repeat', () => {
  const made = new Set(Array.from({ length: 500 }, newFirstPassword));
  expect(made.size).toBe(500);
  for (const password of made) expect(password).toMatch(/^[a-hjkmnp-z2-9]{4}-[a-hjkmnp-z2-9]{4}-[a-hjkmnp-z2-9]{4}$/);
});
