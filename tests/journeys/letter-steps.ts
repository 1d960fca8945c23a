/** Steps of a letter of the house as people take them at their screens: written, signed, received by another unit, ordered. */
import { expect } from 'vitest';
import type { Desk } from '../support/browser.ts';
import { faultsOf, type Look } from '../support/page-check.ts';

/** A desk of one of the two looks, and how to find faults of what it shows. */
export interface Screen {
  readonly desk: Desk;
  readonly look: Look;
}

/** No rule of WCAG A or AA is broken on the page on hand, and it is not wider than its window. */
export async function sound({ desk, look }: Screen): Promise<void> {
  await desk.picture();
  expect({ address: desk.address, faults: await faultsOf(desk.page, look) }).toEqual({ address: desk.address, faults: [] });
}

/** The clerk writes a letter and puts it before its signer. Answers the address of the draft's last look. */
export async function write(screen: Screen, clerk: string, form: string, fields: Readonly<Record<string, string>>, more?: (desk: Desk) => Promise<void>): Promise<string> {
  const { desk } = screen;
  await desk.signIn(clerk);
  await desk.go(`/drafts/new?form=${form}`);
  for (const [label, text] of Object.entries(fields)) await desk.fill(label, text);
  await more?.(desk);
  await sound(screen);
  await desk.press('บันทึกและตรวจก่อนออก');
  await desk.see('ตรวจก่อนออกเลข', 'เสนอลงนาม');
  await sound(screen);
  const check = desk.address;
  await desk.press('เสนอลงนาม');
  await desk.see('เสนอลงนามแล้ว');
  return check;
}

/** Whoever signs finds it in the inbox, signs, and it has its number. Answers the address of the letter. */
export async function sign({ desk }: Screen, signer: string, subject: string, check: string, reference: RegExp): Promise<string> {
  await desk.signIn(signer);
  await desk.see(subject);
  await desk.go(check);
  await desk.press('ลงนามและออกเลข');
  await desk.see('ออกหนังสือ', reference);
  return desk.address.replace(/[?#].*/, '');
}

/** A unit enters the letter in its register of received letters. Answers the address of its matter. */
export async function receive(screen: Screen, who: string, letter: string): Promise<string> {
  const { desk } = screen;
  await desk.signIn(who);
  await desk.go(letter);
  await sound(screen);
  await desk.press('ลงรับในทะเบียนหนังสือรับ');
  await submit(desk, 'ลงรับและออกเลขรับ');
  await desk.see('ลงรับแล้ว เลขรับ');
  return desk.address.replace(/[?#].*/, '');
}

/** By key: news of the house may lie over the end of a long form. */
export const submit = (desk: Desk, name: string): Promise<void> => desk.leads(() => desk.thing(name).press('Enter'));

/** Put before the head, who gives an order; `give` chooses who does it. */
export async function proposeAndOrder(screen: Screen, { head, subject, matter, verdict, give, note = 'เพื่อดำเนินการ' }: {
  head: string; subject: string; matter: string; verdict: string; give?: (desk: Desk) => Promise<void>; note?: string;
}): Promise<void> {
  const { desk } = screen;
  await desk.press('เสนอ', desk.page.locator('#acts'));
  await desk.see('รออยู่ที่', 'ยังไม่เปิดอ่าน');
  await desk.signIn(head);
  await desk.see(subject);
  await desk.go(matter);
  await desk.page.getByLabel(verdict, { exact: true }).check();
  if (give) {
    await desk.page.locator('summary', { hasText: 'ผู้รับมอบ' }).first().click();
    await give(desk);
  }
  await desk.fill('เกษียน', note);
  await sound(screen);
  await submit(desk, 'บันทึกคำสั่ง');
  await desk.see(`สั่งการ “${verdict}”`, note);
}

/** The matter is closed with its outcome, from whichever state the one who keeps it may close. */
export async function close({ desk }: Screen, who: string, matter: string, outcome: string): Promise<void> {
  await desk.signIn(who);
  await desk.go(matter);
  const folded = desk.page.locator('#acts summary', { hasText: 'ปิดเรื่อง' });
  if (await folded.count() > 0) await folded.first().click();
  await desk.fill('ผล', outcome);
  await desk.press('ปิดเรื่อง', desk.page.locator('#acts'));
  await desk.see('เสร็จแล้ว', outcome);
}
