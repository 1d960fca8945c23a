// The small office of the organisation's tests, with a letter code and people who may send.
import { beforeAll } from 'vitest';
import { useDatabase } from '../../../../tests/support/db.ts';
import type { TestDatabase } from '../../../../tests/support/db.ts';
import type { Actor } from '../../../platform/access/actor.ts';
import { MovableClock } from '../../../platform/clock.ts';
import { asPerson, setUp, smallOffice } from '../../../../tests/support/organisation.ts';
import type { SmallOffice } from '../../../../tests/support/organisation.ts';
import type { Addressee } from '../domain/letter.ts';
import type { LetterOrder } from '../index.ts';
import { permissions } from '../permissions.ts';

export interface LetterOffice {
  readonly test: TestDatabase;
  readonly office: SmallOffice;
  readonly clock: MovableClock;
  /** Director of the bureau: signs. */
  readonly director: Actor;
  /** Records clerk of the bureau. */
  readonly clerk: Actor;
  /** An officer of another division. */
  readonly stranger: Actor;
  /** Head of a group inside the bureau: stands for the bureau as well. */
  readonly groupHead: Actor;
  /** Somebody without a seat. */
  readonly outsider: Actor;
  order(more?: Partial<LetterOrder>): LetterOrder;
  toDivision(): Addressee;
}

type Who = 'director' | 'clerk' | 'stranger' | 'groupHead' | 'outsider';

/** For a test file: database, office, still clock (9 November 2563, 10.00). */
export function useLetterOffice(): LetterOffice {
  const test = useDatabase();
  const clock = new MovableClock(0, () => Date.parse('2020-11-09T03:00:00Z'));
  const box: { office?: SmallOffice; actors?: Record<Who, Actor> } = {};
  beforeAll(async () => {
    const office = await smallOffice(test.database);
    await test.database.write(setUp, (tx) =>
      tx.db.insertInto('organisation.unit_code').values({ unit_id: office.bureau, letters: 'นร', digits: '0223', valid_from: '2010-10-01' }).execute(),
    );
    const person = (id: number) => asPerson(test.database, id, '2020-11-09', permissions);
    box.office = office;
    box.actors = { director: await person(office.director), clerk: await person(office.clerk), stranger: await person(office.stranger), groupHead: await person(office.groupHead), outsider: await person(office.admin) };
  });
  const office = () => {
    if (!box.office) throw new Error('useLetterOffice: used before beforeAll');
    return box.office;
  };
  const actor = (who: Who) => {
    if (!box.actors) throw new Error('useLetterOffice: used before beforeAll');
    return box.actors[who];
  };
  return {
    test,
    clock,
    get office() {
      return office();
    },
    get director() {
      return actor('director');
    },
    get clerk() {
      return actor('clerk');
    },
    get stranger() {
      return actor('stranger');
    },
    get groupHead() {
      return actor('groupHead');
    },
    get outsider() {
      return actor('outsider');
    },
    toDivision: () => ({ kind: 'unit', targetId: office().division, label: 'กออ.' }),
    order: (more = {}) => ({
      fromUnitId: office().bureau,
      signerPositionId: office().directorSeat,
      subject: 'ซักซ้อมการใช้ระบบสารบรรณอิเล็กทรอนิกส์',
      paragraphs: ['ด้วยกรมจะเริ่มใช้ระบบใหม่ในวันที่ 16 พฤศจิกายน 2563', 'จึงเรียนมาเพื่อโปรดทราบ'],
      addressees: [{ kind: 'unit', targetId: office().division, label: 'กออ.' }],
      ...more,
    }),
  };
}
