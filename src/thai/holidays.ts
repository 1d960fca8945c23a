/**
 * Official holidays of Thai government offices, B.E. 2562–2570: seed data only.
 *
 * The Cabinet adds, moves and cancels holidays during the year, so the product
 * keeps them as rows that an editor changes; this list fills those rows once.
 * Entries that nobody had announced when the list was made carry `uncertain`.
 *
 * Days that the general rule gives (a holiday on a weekend is made up on the next
 * working day) are written out, because the Cabinet's exceptions are the rule's
 * usual companions: the make-up days of 5 December 2563, 23 October 2564 and
 * 31 December 2566 were each moved to another day. Left out: Labour Day and bank
 * holidays (government offices work), Children's Day (a Saturday that closes
 * nothing), and the regional holidays of 2564 (not for the whole country).
 */
import { BUDDHIST_ERA, dateParts, localDate } from './dates.ts';
import type { LocalDate } from './dates.ts';

/**
 * `fixed` the same day each year · `lunar` from the Thai lunar calendar ·
 * `announced` set each year by the Royal Household (the ploughing ceremony) ·
 * `substitute` made up for a weekend or a cancelled day · `special` by Cabinet resolution.
 */
export type HolidayKind = 'fixed' | 'lunar' | 'announced' | 'substitute' | 'special';

export interface Holiday {
  readonly date: LocalDate;
  readonly name: string;
  readonly kind: HolidayKind;
  /** Computed or expected, not yet announced: an editor should confirm it. */
  readonly uncertain: boolean;
}

const FIRST_YEAR = 2562;
const LAST_YEAR = 2570;
/** Years whose lunar days and make-up days were not yet announced in full. */
const FIRST_UNCERTAIN_YEAR = 2569;

const NEW_YEAR = 'วันขึ้นปีใหม่';
const NEW_YEARS_EVE = 'วันสิ้นปี';
const MAKHA = 'วันมาฆบูชา';
const CHAKRI = 'วันพระบาทสมเด็จพระพุทธยอดฟ้าจุฬาโลกมหาราชและวันที่ระลึกมหาจักรีบรมราชวงศ์';
const SONGKRAN = 'วันสงกรานต์';
const CORONATION = 'วันฉัตรมงคล';
const PLOUGHING = 'วันพระราชพิธีพืชมงคลจรดพระนังคัลแรกนาขวัญ';
const VISAKHA = 'วันวิสาขบูชา';
const QUEEN = 'วันเฉลิมพระชนมพรรษาสมเด็จพระนางเจ้าฯ พระบรมราชินี';
const ASANHA = 'วันอาสาฬหบูชา';
const LENT = 'วันเข้าพรรษา';
const KING = 'วันเฉลิมพระชนมพรรษาพระบาทสมเด็จพระเจ้าอยู่หัว';
const MOTHER = 'วันเฉลิมพระชนมพรรษาสมเด็จพระบรมราชชนนีพันปีหลวง และวันแม่แห่งชาติ';
const LATE_MOTHER = 'วันคล้ายวันพระราชสมภพสมเด็จพระบรมราชชนนีพันปีหลวง และวันแม่แห่งชาติ';
const MEMORIAL = 'วันคล้ายวันสวรรคตพระบาทสมเด็จพระบรมชนกาธิเบศร มหาภูมิพลอดุลยเดชมหาราช บรมนาถบพิตร';
const NAVAMIN = 'วันนวมินทรมหาราช';
const PIYA = 'วันปิยมหาราช';
const FATHER = 'วันคล้ายวันพระบรมราชสมภพรัชกาลที่ 9 วันชาติ และวันพ่อแห่งชาติ';
const CONSTITUTION = 'วันรัฐธรรมนูญ';
const SPECIAL = 'วันหยุดราชการเพิ่มเป็นกรณีพิเศษ';
const inLieu = (name: string): string => `วันหยุดชดเชย${name}`;

/** Holidays on the same day each year, from `since` to `until` (B.E.). */
const fixed: readonly { readonly day: string; readonly name: string; readonly since?: number; readonly until?: number }[] = [
  { day: '01-01', name: NEW_YEAR },
  { day: '04-06', name: CHAKRI },
  { day: '05-04', name: CORONATION, since: 2563 },
  { day: '06-03', name: QUEEN },
  { day: '07-28', name: KING },
  { day: '08-12', name: MOTHER, until: 2568 },
  { day: '08-12', name: LATE_MOTHER, since: 2569 },
  { day: '10-13', name: MEMORIAL, until: 2565 },
  { day: '10-13', name: NAVAMIN, since: 2566 },
  { day: '10-23', name: PIYA },
  { day: '12-05', name: FATHER },
  { day: '12-10', name: CONSTITUTION },
  { day: '12-31', name: NEW_YEARS_EVE },
];

/** Holidays whose day changes, by C.E. day. */
const moving: Readonly<Record<Exclude<HolidayKind, 'fixed'>, readonly (readonly [string, string])[]>> = {
  lunar: [
    ['2019-02-19', MAKHA], ['2020-02-08', MAKHA], ['2021-02-26', MAKHA], ['2022-02-16', MAKHA], ['2023-03-06', MAKHA],
    ['2024-02-24', MAKHA], ['2025-02-12', MAKHA], ['2026-03-03', MAKHA], ['2027-02-21', MAKHA],
    ['2019-05-18', VISAKHA], ['2020-05-06', VISAKHA], ['2021-05-26', VISAKHA], ['2022-05-15', VISAKHA],
    ['2023-06-03', VISAKHA], ['2024-05-22', VISAKHA], ['2025-05-11', VISAKHA], ['2026-05-31', VISAKHA],
    ['2027-05-20', VISAKHA],
    ['2019-07-16', ASANHA], ['2020-07-05', ASANHA], ['2021-07-24', ASANHA], ['2022-07-13', ASANHA],
    ['2023-08-01', ASANHA], ['2024-07-20', ASANHA], ['2025-07-10', ASANHA], ['2026-07-29', ASANHA],
    ['2027-07-18', ASANHA],
    ['2019-07-17', LENT], ['2020-07-06', LENT], ['2021-07-25', LENT], ['2022-07-14', LENT], ['2023-08-02', LENT],
    ['2024-07-21', LENT], ['2025-07-11', LENT], ['2026-07-30', LENT], ['2027-07-19', LENT],
  ],
  announced: [
    ['2019-05-09', PLOUGHING], ['2020-05-11', PLOUGHING], ['2021-05-10', PLOUGHING], ['2022-05-13', PLOUGHING],
    ['2023-05-17', PLOUGHING], ['2024-05-10', PLOUGHING], ['2025-05-09', PLOUGHING], ['2026-05-13', PLOUGHING],
  ],
  substitute: [
    ['2019-04-08', inLieu(CHAKRI)], ['2019-04-16', inLieu(SONGKRAN)], ['2019-05-20', inLieu(VISAKHA)],
    ['2019-07-29', inLieu(KING)], ['2019-10-14', inLieu(MEMORIAL)],
    // Songkran 2563 was called off for the epidemic and made up on three later days.
    ['2020-02-10', inLieu(MAKHA)], ['2020-07-07', inLieu(ASANHA)], ['2020-07-27', inLieu(SONGKRAN)],
    ['2020-09-04', inLieu(SONGKRAN)], ['2020-09-07', inLieu(SONGKRAN)],
    ['2020-12-11', inLieu(FATHER)], // moved from Monday 7 December, which was worked
    ['2021-07-26', inLieu(ASANHA)],
    ['2021-10-22', inLieu(PIYA)], // moved forward from Monday 25 October, which was worked
    ['2021-12-06', inLieu(FATHER)],
    ['2022-01-03', inLieu(NEW_YEAR)], ['2022-05-16', inLieu(VISAKHA)], ['2022-10-24', inLieu(PIYA)],
    ['2022-12-12', inLieu(CONSTITUTION)],
    ['2023-01-02', inLieu(NEW_YEAR)], ['2023-01-03', inLieu(NEW_YEARS_EVE)], ['2023-04-17', inLieu(SONGKRAN)],
    ['2023-06-05', inLieu(`${VISAKHA}และ${QUEEN}`)], ['2023-08-14', inLieu(MOTHER)], ['2023-12-11', inLieu(CONSTITUTION)],
    ['2023-12-29', inLieu(NEW_YEARS_EVE)], // moved forward from Tuesday 2 January 2567, which was worked
    ['2024-02-26', inLieu(MAKHA)], ['2024-04-08', inLieu(CHAKRI)], ['2024-04-16', inLieu(SONGKRAN)],
    ['2024-05-06', inLieu(CORONATION)], ['2024-07-22', inLieu(ASANHA)], ['2024-07-29', inLieu(KING)],
    ['2024-10-14', inLieu(NAVAMIN)],
    ['2025-04-07', inLieu(CHAKRI)], ['2025-04-16', inLieu(SONGKRAN)], ['2025-05-05', inLieu(CORONATION)],
    ['2025-05-12', inLieu(VISAKHA)],
    ['2026-06-01', inLieu(VISAKHA)], ['2026-12-07', inLieu(FATHER)],
    ['2027-02-22', inLieu(MAKHA)], ['2027-07-20', inLieu(ASANHA)], ['2027-10-25', inLieu(PIYA)],
    ['2027-12-06', inLieu(FATHER)],
  ],
  special: [
    ['2019-05-06', `${SPECIAL} (พระราชพิธีบรมราชาภิเษก)`],
    ['2020-11-19', SPECIAL], ['2020-11-20', SPECIAL],
    ['2021-02-12', `${SPECIAL} (ตรุษจีน)`], ['2021-04-12', SPECIAL], ['2021-09-24', SPECIAL],
    ['2022-07-15', SPECIAL], ['2022-07-29', SPECIAL], ['2022-10-14', SPECIAL], ['2022-12-30', SPECIAL],
    ['2023-05-05', SPECIAL], ['2023-07-31', SPECIAL],
    ['2024-04-12', SPECIAL], ['2024-12-30', SPECIAL],
    ['2025-06-02', SPECIAL], ['2025-08-11', SPECIAL],
    ['2026-01-02', SPECIAL],
  ],
};

const isUncertain = (kind: HolidayKind, date: LocalDate, name: string): boolean =>
  dateParts(date).buddhistYear >= FIRST_UNCERTAIN_YEAR &&
  // 2 January 2569 was resolved; how 12 August is kept from 2569 on was not.
  (name === LATE_MOTHER || (kind !== 'fixed' && kind !== 'special'));

function listHolidays(): readonly Holiday[] {
  const days: Holiday[] = [];
  const add = (text: string, name: string, kind: HolidayKind): void => {
    const date = localDate(text);
    days.push({ date, name, kind, uncertain: isUncertain(kind, date, name) });
  };
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
    for (const { day, name, since = FIRST_YEAR, until = LAST_YEAR } of fixed) {
      if (year >= since && year <= until) add(`${year - BUDDHIST_ERA}-${day}`, name, 'fixed');
    }
    if (year === 2563) continue;
    for (const day of ['13', '14', '15']) add(`${year - BUDDHIST_ERA}-04-${day}`, SONGKRAN, 'fixed');
  }
  for (const [kind, entries] of Object.entries(moving)) {
    for (const [day, name] of entries) add(day, name, kind as HolidayKind);
  }
  return days.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** Every holiday of B.E. 2562–2570 in order of days; two that share a day are two entries. */
export const seedHolidays: readonly Holiday[] = listHolidays();

/** The same as a map for an `OfficeCalendar`; names that share a day are joined by "และ". */
export function holidayMap(holidays: readonly Holiday[] = seedHolidays): ReadonlyMap<LocalDate, string> {
  const map = new Map<LocalDate, string>();
  for (const { date, name } of holidays) {
    const known = map.get(date);
    map.set(date, known === undefined ? name : `${known} และ${name}`);
  }
  return map;
}
