/** What an office may set about signing in (design rule 12). */
import type { Role } from '../../../platform/access/role.ts';
import type { ReadTx } from '../../../platform/db/database.ts';
import { listSetting, numberSetting, type AnySetting, type SettingDefinition } from '../../../platform/settings/settings.ts';
import { roleNames } from '../domain/roles.ts';
import type { SignInLimits } from '../store/sign-ins.ts';

const roles = Object.keys(roleNames) as Role[];
const isRole = (value: unknown): value is Role => roles.includes(value as Role);

export const secondFactorRoles: SettingDefinition<readonly Role[]> = listSetting<Role>({
  name: 'organisation.second-factor-roles',
  title: { th: 'บทบาทที่ต้องยืนยันตัวตนสองขั้น', en: 'Roles that need a second factor' },
  hint: {
    th: `หนึ่งบรรทัดต่อหนึ่งบทบาท ผู้มีบทบาทนี้ต้องตั้งค่าการยืนยันขั้นที่สองเมื่อเข้าสู่ระบบครั้งถัดไป เว้นว่างไว้หากไม่บังคับ พิมพ์ชื่อใดก็ได้: ${roles.map((role) => roleNames[role].th).join(' · ')}`,
    en: `One role a line. Whoever holds one sets a second factor up at the next sign-in; empty for nobody. Roles: ${roles.map((role) => roleNames[role].en).join(' · ')}`,
  },
  usual: [],
  read: (line) => roles.find((role) => [role, roleNames[role].th, roleNames[role].en].some((name) => name.toLowerCase() === line.toLowerCase())),
  write: (role) => roleNames[role].th,
  accept: (stored) => (Array.isArray(stored) && stored.every(isRole) ? stored : undefined),
});

const free = numberSetting({
  name: 'organisation.sign-in-free-failures',
  title: { th: 'จำนวนครั้งที่กรอกผิดได้โดยไม่ต้องรอ', en: 'Wrong entries without a wait' },
  hint: { th: 'ต่อชื่อผู้ใช้หนึ่งชื่อ ทั้งรหัสผ่านและรหัสยืนยัน เกินกว่านี้ต้องรอ 2, 4, 8 … วินาที', en: 'For one user name, passwords and codes alike; then 2, 4, 8 … seconds' },
  usual: 3, min: 1, max: 20,
});
const networkFree = numberSetting({
  name: 'organisation.sign-in-network-failures',
  title: { th: 'จำนวนครั้งที่กรอกผิดได้จากเครือข่ายเดียวกัน', en: 'Wrong entries from one network without a wait' },
  hint: { th: 'นับรวมทุกชื่อผู้ใช้ของที่อยู่ IP เดียวกัน เครื่องที่เคยเข้าสู่ระบบสำเร็จแล้วไม่ถูกนับรวม', en: 'All user names from one IP address together; browsers that have signed in before are left out' },
  usual: 20, min: 5, max: 1000,
});
const longest = numberSetting({
  name: 'organisation.sign-in-longest-wait',
  title: { th: 'เวลารอนานที่สุดเมื่อกรอกรหัสผ่านผิด (วินาที)', en: 'Longest wait after wrong passwords (seconds)' },
  hint: { th: 'ใช้กับเครื่องที่ยังไม่เคยเข้าสู่ระบบด้วยชื่อนั้นรวมกัน เครื่องของเจ้าของบัญชีนับแยก', en: 'Shared by browsers that never signed in with the name; the owner’s own are counted apart' },
  usual: 300, min: 30, max: 3600,
});
const codeLongest = numberSetting({
  name: 'organisation.code-longest-wait',
  title: { th: 'เวลารอนานที่สุดเมื่อกรอกรหัสยืนยันผิด (วินาที)', en: 'Longest wait after wrong codes (seconds)' },
  hint: { th: 'ผู้ที่มาถึงขั้นนี้ทราบรหัสผ่านแล้ว จึงควรนานกว่าเวลารอของรหัสผ่าน', en: 'Whoever gets this far knows the password, so longer than for passwords' },
  usual: 900, min: 30, max: 7200,
});
const forget = numberSetting({
  name: 'organisation.sign-in-forget-minutes',
  title: { th: 'เวลาที่เริ่มนับจำนวนครั้งใหม่ (นาที)', en: 'Minutes until failures are forgotten' },
  hint: { th: 'เมื่อไม่มีการกรอกผิดตลอดเวลานี้', en: 'Counted from the last failure' },
  usual: 60, min: 10, max: 1440,
});
const codes = numberSetting({
  name: 'organisation.codes-per-sign-in',
  title: { th: 'จำนวนครั้งที่กรอกรหัสยืนยันผิดได้ต่อการเข้าสู่ระบบหนึ่งครั้ง', en: 'Wrong codes in one sign-in' },
  hint: { th: 'ครบแล้วต้องเริ่มจากรหัสผ่านใหม่ และระบบแจ้งเจ้าของบัญชี', en: 'Then the password is asked for again, and the owner is told' },
  usual: 5, min: 3, max: 20,
});

/** Minutes between the password and the code. */
export const stepMinutes = numberSetting({
  name: 'organisation.second-step-minutes',
  title: { th: 'เวลาที่ให้กรอกรหัสยืนยัน (นาที)', en: 'Minutes to enter the code' },
  hint: { th: 'นับจากกรอกรหัสผ่านถูกต้อง', en: 'Counted from the right password' },
  usual: 10, min: 2, max: 60,
});

export const historyDays = numberSetting({
  name: 'organisation.sign-in-history-days',
  title: { th: 'เก็บประวัติการเข้าสู่ระบบไว้กี่วัน', en: 'Days for which sign-ins are kept' },
  hint: { th: 'กฎหมายว่าด้วยการกระทำความผิดเกี่ยวกับคอมพิวเตอร์ให้เก็บข้อมูลจราจรไม่น้อยกว่า 90 วัน', en: 'The law on computer crime asks for traffic data of at least 90 days' },
  usual: 365, min: 90, max: 3650,
});

export const removalHours = numberSetting({
  name: 'organisation.factor-removal-hours',
  title: { th: 'เวลาที่รอผู้ดูแลคนที่สองอนุมัติยกเลิกการยืนยันขั้นที่สอง (ชั่วโมง)', en: 'Hours in which a second administrator approves a removal' },
  hint: { th: 'พ้นเวลานี้คำขอหมดอายุ ต้องเริ่มใหม่', en: 'After that the request ends and must be started again' },
  usual: 24, min: 1, max: 168,
});

export const settings: readonly AnySetting[] = [secondFactorRoles, free, networkFree, longest, codeLongest, forget, codes, stepMinutes, historyDays, removalHours];

/** The limits in force, in one statement. */
export async function signInLimits(tx: ReadTx): Promise<SignInLimits> {
  const of = { free, networkFree, longest, codeLongest, forget, codes };
  const rows = await tx.db.selectFrom('platform.setting').select(['name', 'value']).where('name', 'in', Object.values(of).map(({ name }) => name)).execute();
  const stored = new Map(rows.map(({ name, value }) => [name, value]));
  const value = (setting: SettingDefinition<number>) => setting.accept(stored.get(setting.name)) ?? setting.usual;
  return { free: value(free), networkFree: value(networkFree), longest: value(longest), codeLongest: value(codeLongest), forget: value(forget), codes: value(codes) };
}
