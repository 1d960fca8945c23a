/** Writing the words of a letter with scripts: the linter beside the form, one-press repairs, pasting from Word, numbering by Enter; and the same findings without scripts. */
import { describe, expect, it } from 'vitest';
import { noBrowser, useBrowser } from '../support/browser.ts';
import { useLive } from '../support/live.ts';

describe.skipIf(noBrowser)('the words of a letter', () => {
  const house = useLive();
  const browser = useBrowser();

  it('are looked through while typing, mended by a press, and taken over from Word with their structure', async () => {
    const desk = await browser.open(house.origin, { js: true });
    await desk.signIn('clerk.kpr');
    await desk.go('/drafts/new?form=circular');
    await desk.fill('เรื่อง', 'ขออนุญาติใช้ห้องประชุม');
    const body = desk.page.locator('textarea[name="body"]');
    await body.fill('ตามที่กรมได้แจ้งกำหนดการ');
    const lint = desk.page.locator('.letter-lint');
    await lint.getByText('ต้องปิดความด้วย').waitFor();
    await lint.getByRole('button', { name: /อนุญาต/ }).click();
    await lint.getByRole('button', { name: /นั้น/ }).click();
    await lint.getByText('ต้องปิดความด้วย').waitFor({ state: 'detached' });
    expect(await desk.page.locator('input[name="subject"]').inputValue()).toBe('ขออนุญาตใช้ห้องประชุม');
    expect(await body.inputValue()).toBe('ตามที่กรมได้แจ้งกำหนดการ นั้น');

    await body.focus();
    await desk.page.keyboard.press('Control+End');
    await desk.page.getByRole('button', { name: 'เพิ่มข้อ', exact: true }).click();
    await desk.page.keyboard.type('ข้อแรก');
    await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.type('ข้อสอง');
    await desk.page.getByRole('button', { name: 'เพิ่มข้อย่อย' }).click();
    await desk.page.keyboard.type('ข้อย่อย');
    await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.press('Enter');
    expect(await body.inputValue()).toBe('ตามที่กรมได้แจ้งกำหนดการ นั้น\n๑. ข้อแรก\n๒. ข้อสอง\n๒.๑ ข้อย่อย\n');
    await body.evaluate((area) => {
      const data = new DataTransfer();
      data.setData('text/html', '<p class=MsoNormal>จาก Word<o:p></o:p></p><table><tr><td>ก</td><td>ข</td></tr><tr><td>1</td><td>2</td></tr></table>');
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    expect(await body.inputValue()).toContain('จาก Word\n\n| ก | ข |\n| 1 | 2 |');
    await desk.page.getByRole('button', { name: 'เลิกทำ' }).click();
    expect(await body.inputValue()).not.toContain('จาก Word');
    await desk.page.getByRole('button', { name: 'เพิ่มตาราง' }).click();
    expect(await body.inputValue()).toContain('| ลำดับ | รายการ | จำนวน |');
    await desk.page.locator('#letter-preview table').waitFor();
    await desk.picture();
    await desk.close();
    expect(desk.complaints).toEqual([]);
  });

  it('are shown to the signature however long the letter is', async () => {
    const desk = await browser.open(house.origin, { js: false });
    await desk.signIn('clerk.kpr');
    await desk.go('/drafts/new?form=external');
    await desk.fill('เรื่อง', 'หนังสือยาวเกินหนึ่งหน้า');
    await desk.page.locator('textarea[name="body"]').fill(Array.from({ length: 40 }, () => 'ด้วยมีเรื่องแจ้งซึ่งยาวเกินหนึ่งหน้ากระดาษ จึงต้องอ่านต่อได้จนถึงลายมือชื่อ').join('\n'));
    await desk.press('บันทึกและตรวจก่อนออก');
    const room = await desk.page.locator('.sheet').evaluate((sheet) => sheet.getBoundingClientRect().height - sheet.scrollHeight);
    expect(room).toBeGreaterThan(-4);
    await desk.close();
  });

  it('are found and mended on the check page without scripts', async () => {
    const desk = await browser.open(house.origin, { js: false });
    await desk.signIn('clerk.kpr');
    await desk.go('/drafts/new?form=circular');
    await desk.fill('เรื่อง', 'ทดสอบการตรวจ');
    await desk.fill('ข้อความ', 'ตามที่กรมได้แจ้ง');
    await desk.press('บันทึกและตรวจก่อนออก');
    await desk.see('ต้องปิดความด้วย', 'ยังไม่มีข้อความสรุปท้ายเรื่อง');
    await desk.page.getByRole('button', { name: /นั้น/ }).first().click();
    await desk.see('แก้ตามที่ตรวจพบแล้ว');
    expect(await desk.text()).not.toContain('ต้องปิดความด้วย');
    await desk.close();
    expect(desk.complaints).toEqual([]);
  });
});
