/** A letter from outside: registered, proposed, ordered to another unit, received there, done, closed; on a desk and on a phone. */
import { describe, expect, it } from 'vitest';
import { noBrowser, useBrowser } from '../support/browser.ts';
import { useLive } from '../support/live.ts';

const screens = [{ screen: 'a desk', width: 1280, js: true }, { screen: 'a phone without scripts', width: 390, js: false }];

describe.skipIf(noBrowser)('a letter from outside', () => {
  const house = useLive();
  const browser = useBrowser();

  it.each(screens)('goes from the register to the close on $screen', async ({ width, js }) => {
    const desk = await browser.open(house.origin, { width, js });
    const subject = `ขอข้อมูลประกอบการเดินทาง ${width}`;
    await desk.signIn('clerk.kpr');
    await desk.go('/incoming');
    await desk.see('หนังสือรับ', 'เร่งรัดการรายงานผลการใช้จ่ายตามตัวชี้วัด');
    await desk.picture();
    await desk.press('ลงรับหนังสือ', desk.page.locator('main'));
    await desk.fill('ผู้ส่ง (จาก)', 'สำนักงานตัวอย่าง');
    await desk.fill('ที่', `ตย 0501/${width}`);
    await desk.fill('เรื่อง', subject);
    await desk.picture();
    // By key: news of the house may lie over the end of a long form.
    await desk.leads(() => desk.thing('ลงรับและออกเลขรับ').press('Enter'));
    await desk.see('ลงรับแล้ว เลขรับ', subject);
    await desk.picture();
    const { address } = desk;
    await desk.press('เสนอ', desk.page.locator('#acts'));
    await desk.see('รออยู่ที่', 'ยังไม่เปิดอ่าน');

    await desk.signIn('head.kpr');
    await desk.see(subject);
    await desk.go(address);
    await desk.page.getByLabel('มอบ', { exact: true }).check();
    await desk.page.locator('summary', { hasText: 'ผู้รับมอบ' }).first().click();
    await desk.page.getByRole('checkbox', { name: /^ศสช\./ }).check();
    await desk.picture();
    await desk.press('บันทึกคำสั่ง');
    await desk.see('สั่งการ “มอบ” ศสช.');
    await desk.picture();

    await desk.signIn('clerk.ssc');
    await desk.go(address);
    await desk.press('ลงรับในทะเบียนของ ศสช.');
    await desk.see('ลงรับแล้ว เลขรับ');
    await desk.page.locator('summary', { hasText: 'ปิดเรื่อง' }).first().click();
    await desk.fill('ผล', 'ส่งข้อมูลแล้ว');
    await desk.press('ปิดเรื่อง', desk.page.locator('#acts'));
    await desk.see('เสร็จแล้ว');

    await desk.signIn('clerk.kpr');
    await desk.go(address);
    await desk.see('ศสช. รายงานผล', 'ส่งข้อมูลแล้ว');
    await desk.fill('ผล', 'ดำเนินการครบถ้วน');
    await desk.press('ปิดเรื่อง', desk.page.locator('#acts'));
    await desk.see('ดำเนินการครบถ้วน', 'เสร็จแล้ว');
    await desk.go('/incoming/register');
    await desk.see(subject);
    await desk.picture();
    expect(await desk.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(1);
    await desk.close();
    expect(desk.complaints).toEqual([]);
  });
});
