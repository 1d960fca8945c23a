/** A second factor from its set-up to the sign-in with it, in a real browser, with scripts and without. */
import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { noBrowser, useBrowser } from '../support/browser.ts';
import { useLive } from '../support/live.ts';

const password = 'krom-demo-2563';

describe.skipIf(noBrowser)('signing in with a second factor', () => {
  const house = useLive();
  const browser = useBrowser();

  it.each([{ mode: 'without scripts', js: false, login: 'head.kpr' }, { mode: 'with scripts', js: true, login: 'head.ssc' }])('is set up, asked for, and saved by a recovery code, $mode', async ({ js, login }) => {
    const desk = await browser.open(house.origin, { js });
    await desk.signIn(login);
    await desk.see('รอฉันดำเนินการ');
    await desk.go('/account');
    await desk.press('การเข้าสู่ระบบและความปลอดภัย');
    await desk.press('ตั้งค่า รหัสจากแอป (ขั้นที่สอง)');
    await desk.fill('รหัสผ่านปัจจุบัน', password);
    await desk.press('เริ่มตั้งค่า');
    await desk.see('สแกนภาพนี้ด้วยแอป');
    // The picture is drawn, whatever the content policy says of pictures.
    expect(await desk.page.locator('img.qr').evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBeGreaterThan(0);
    await desk.page.getByText('สแกนไม่ได้ ให้พิมพ์เอง').click();
    const typed = /(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}/.exec(await desk.text())?.[0] ?? '';
    const app = new TOTP({ secret: Secret.fromBase32(typed.replaceAll(' ', '')) });
    await desk.fill('รหัส 6 หลัก', app.generate({ timestamp: Date.now() - 30_000 }));
    await desk.press('เปิดใช้');
    await desk.see('เก็บรหัสกู้คืนต่อไปนี้ไว้ให้ดี');
    const [code = ''] = /(?:[a-z2-9]{4}-){3}[a-z2-9]{4}/.exec(await desk.text()) ?? [];
    await desk.press('เก็บรหัสเรียบร้อยแล้ว');
    await desk.see('เหลือ 10 รหัส');
    await desk.go('/account/security/recovery-codes');
    expect(await desk.text()).not.toContain(code);

    await desk.signIn(login);
    await desk.see('ยืนยันตัวตนขั้นที่สอง');
    // Half a sign-in opens nothing.
    await desk.go('/tasks');
    expect(desk.address).toMatch(/^\/sign-in\?next=/);
    await desk.go('/sign-in/code');
    await desk.fill('รหัส 6 หลัก', '123');
    await desk.press('ยืนยัน');
    await desk.see('ตัวเลข 6 หลัก');
    await desk.fill('รหัส 6 หลัก', app.generate({ timestamp: Date.now() }));
    await desk.press('ยืนยัน');
    await desk.see('รอฉันดำเนินการ');

    await desk.signIn(login);
    await desk.page.getByText('ไม่มีโทรศัพท์อยู่กับตัว').click();
    await desk.fill('รหัสกู้คืน', code);
    await desk.press('เข้าสู่ระบบด้วยรหัสกู้คืน');
    await desk.see('เหลืออีก 9 รหัส');
    await desk.go('/account/security');
    await desk.see('รหัสผ่าน + รหัสกู้คืน', 'รหัสผ่าน + รหัสจากแอป', 'เหลือ 9 รหัส');
    await desk.close();
    expect(desk.complaints).toEqual([]);
  });
});
