import { sql } from 'kysely';
import type { PersonalDataSource } from '../../../platform/personal-data.ts';

/** What is kept about the person who asks, in this room. */
export const personalData: readonly PersonalDataSource[] = [
  {
    name: 'person',
    title: { th: 'ข้อมูลบุคลากร', en: 'Personal record' },
    async read(tx, atMost) {
      const { rows } = await sql<Record<string, unknown>>`select title, given, family, given_en, family_en, email, phone, left_on::text from organisation.person where id = ${tx.actor.id} limit ${atMost}`.execute(tx.db);
      return rows;
    },
  },
  {
    name: 'positions',
    title: { th: 'ตำแหน่งที่ดำรงและเคยดำรง', en: 'Positions held' },
    async read(tx, atMost) {
      const { rows } = await sql<Record<string, unknown>>`select p.title_th as position, h.main, h.order_number, h.order_date::text, h.valid_from::text, h.valid_to::text
        from organisation.holding h join organisation.position p on p.id = h.position_id where h.person_id = ${tx.actor.id} order by h.valid_from desc limit ${atMost}`.execute(tx.db);
      return rows;
    },
  },
  {
    name: 'sessions',
    title: { th: 'การเข้าสู่ระบบที่เปิดอยู่', en: 'Open sessions' },
    async read(tx, atMost) {
      const { rows } = await sql<Record<string, unknown>>`select * from organisation.my_sessions() limit ${atMost}`.execute(tx.db);
      return rows.map(({ id: _id, token_hash: _hash, ...row }) => row);
    },
  },
  {
    name: 'sign-ins',
    title: { th: 'ประวัติการเข้าสู่ระบบ', en: 'Sign-ins' },
    async read(tx, atMost) {
      const { rows } = await sql<Record<string, unknown>>`select at, result, method, second, reason, ip, user_agent from organisation.sign_in_history where person_id = ${tx.actor.id} order by id desc limit ${atMost}`.execute(tx.db);
      return rows;
    },
  },
  {
    name: 'notifications',
    title: { th: 'การแจ้งเตือน', en: 'News' },
    async read(tx, atMost) {
      const { rows } = await sql<Record<string, unknown>>`select words, href, created_at, read_at from platform.notification where person_id = ${tx.actor.id} order by id desc limit ${atMost}`.execute(tx.db);
      return rows;
    },
  },
];
