// A form of the self-assessment saves by itself, keeps its version, and says so when somebody else was there first.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noBrowser, useBrowser, type Desk } from '../../../../tests/support/browser.ts';
import { useLive } from '../../../../tests/support/live.ts';

describe.skipIf(noBrowser)('saving by itself', () => {
  const house = useLive();
  const browser = useBrowser();
  let desk: Desk;
  beforeAll(async () => {
    if (!noBrowser) desk = await browser.open(house.origin);
  });
  afterAll(async () => {
    await desk?.close();
  });

  test('typing is saved twice on one page; another’s version stops it, and the button shows both', async () => {
    await desk.signIn('clerk.kpr');
    await desk.go('/performance/pmqa/2564/items/3.1');
    const { page } = desk;
    const status = page.locator('[data-autosave-status]');
    await page.locator('textarea[name="basicText"]').fill('ข้อมูลบริการทุกเรื่องอยู่ในหน้าเดียว');
    await expect.poll(async () => status.textContent(), { timeout: 15_000 }).toContain('บันทึกอัตโนมัติแล้ว');
    await page.locator('input[name="basic"]').first().check();
    await expect.poll(async () => page.locator('#item-score').textContent(), { timeout: 15_000 }).toContain('300.00');
    const stored = async () => (await house.owner.query("select texts ->> 'basic' as text, rev, ticks -> 'basic' as boxes from performance.pmqa_answer where item = '3.1'")).rows;
    expect(await stored()).toEqual([{ text: 'ข้อมูลบริการทุกเรื่องอยู่ในหน้าเดียว', rev: 2, boxes: [true] }]);

    await house.owner.query("update performance.pmqa_answer set rev = 3, texts = texts || '{\"basic\": \"ข้อความของอีกคน\"}' where item = '3.1'");
    await page.locator('textarea[name="basicText"]').fill('ข้อความของฉัน');
    await expect.poll(async () => status.textContent(), { timeout: 15_000 }).toContain('มีผู้บันทึกส่วนนี้ก่อนท่าน');
    expect((await stored())[0]).toMatchObject({ text: 'ข้อความของอีกคน', rev: 3 });
    await page.getByRole('button', { name: 'บันทึก', exact: true }).click();
    await page.locator('.notice-warn').waitFor();
    expect(await page.locator('.notice-warn').textContent()).toContain('ข้อความของอีกคน');
    expect(await page.locator('textarea[name="basicText"]').inputValue()).toBe('ข้อความของฉัน');
  }, 90_000);
});
