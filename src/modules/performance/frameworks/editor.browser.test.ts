/** The editor at a real browser: the check beside while one types; the whole of it with scripts off. */
import { afterAll, describe, expect, it } from 'vitest';
import { noBrowser, useBrowser, type Desk } from '../../../../tests/support/browser.ts';
import { useLive } from '../../../../tests/support/live.ts';

describe.skipIf(noBrowser)('the editor of a draft', () => {
  const house = useLive();
  const browser = useBrowser();
  const open: Desk[] = [];
  afterAll(async () => { for (const desk of open) await desk.close(); });

  async function copy(js: boolean, year: string): Promise<Desk> {
    const desk = await browser.open(house.origin, { js });
    open.push(desk);
    await desk.signIn('head.kpr');
    await desk.go('/performance/frameworks');
    await desk.press('2564');
    await desk.press('คัดลอกไปปีหรือหน่วยงานอื่น');
    await desk.fill('ปีงบประมาณ พ.ศ.', year);
    await desk.press('ทำร่าง');
    await desk.see('แก้ไขร่างกรอบการประเมิน');
    return desk;
  }
  const weight = (desk: Desk, at: number) => desk.page.locator(`[name="components.${at}.weight"]`);

  it('tells what is wrong while one types, and mends it by a press', { timeout: 90_000 }, async () => {
    const desk = await copy(true, '2570');
    await weight(desk, 0).fill('0.7');
    await desk.see('น้ำหนัก 0.7 น่าจะหมายถึงร้อยละ 70');
    await weight(desk, 0).fill('๖๕');
    await desk.see('รวมกันได้ 95 ต้องเป็น 100');
    await weight(desk, 0).fill('0.7');
    await desk.press('แก้เป็น 70');
    await desk.see('บันทึกร่างแล้ว', 'ไม่พบข้อที่ต้องแก้ไข');
    expect(await weight(desk, 0).inputValue()).toBe('70');
    expect(desk.complaints).toEqual([]);
  });

  it('does all of it without script: a part added, its weight mended, put into use, and then kept', { timeout: 90_000 }, async () => {
    const desk = await copy(false, '2571');
    await desk.press('เพิ่มประเด็นย่อย', desk.page.locator('#components > section > fieldset').nth(1));
    await desk.see('ประเด็นย่อยใหม่');
    const fresh = desk.page.locator('fieldset.row-set:has(> legend:text-is("ประเด็นย่อยใหม่"))');
    await fresh.getByLabel('ชื่อ', { exact: true }).fill('ธรรมาภิบาลข้อมูลภาครัฐ');
    await fresh.getByLabel('น้ำหนัก', { exact: true }).fill('0.05');
    await weight(desk, 2).fill('10');
    await desk.press('บันทึก', desk.page.locator('#framework-editor'));
    await desk.see('น้ำหนัก 0.05 น่าจะหมายถึงร้อยละ 5');
    await desk.press('แก้เป็น 5');
    await desk.press('บันทึกและดูกรอบ');
    await desk.see('2.3 ธรรมาภิบาลข้อมูลภาครัฐ');
    await desk.press('ประกาศใช้ฉบับนี้');
    await desk.see('จึงแก้ไขไม่ได้');
    await desk.press('ทำฉบับใหม่');
    await desk.press('ทำร่าง');
    await desk.see('ปีงบประมาณ พ.ศ. 2571 ส่วนราชการ ฉบับที่ 2');
    expect((await house.owner.query("select state from performance.framework where fiscal_year = 2571 order by edition")).rows.map(({ state }) => state)).toEqual(['used', 'draft']);
    expect(desk.complaints).toEqual([]);
  });
});
