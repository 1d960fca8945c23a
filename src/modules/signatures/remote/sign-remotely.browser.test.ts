// A signer at a real browser: from the document to the provider's page of consent and back, with scripts and without.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noBrowser, useBrowser } from '../../../../tests/support/browser.ts';
import type { Desk } from '../../../../tests/support/browser.ts';
import { startCsc } from '../../../../tests/support/csc-stand-in.ts';
import type { CscStandIn } from '../../../../tests/support/csc-stand-in.ts';
import { desktop, faultsOf, phone } from '../../../../tests/support/page-check.ts';
import { useLive } from '../../../../tests/support/live.ts';
import { makeTrialPki } from '../../../../tests/support/pki/trial-pki.ts';
import type { TrialPki } from '../../../../tests/support/pki/trial-pki.ts';
import { exampleMemo } from '../../../paper/examples.ts';
import { pdfsig } from '../../../paper/testing/judges.ts';
import { made, testRenderer } from '../../../paper/testing/tools.ts';

describe.skipIf(noBrowser)('signing with a key at a provider', () => {
  const house = useLive();
  const browser = useBrowser();
  let pki: TrialPki;
  let csc: CscStandIn;
  let memo: Buffer;

  beforeAll(async () => {
    pki = makeTrialPki();
    csc = await startCsc(pki);
    const { rows } = await house.owner.query<{ name: string }>("select p.title || p.given || ' ' || p.family as name from organisation.account a join organisation.person p on p.id = a.person_id where a.login = 'head.kpr'");
    pki.signer('head', `/O=กรมตัวอย่าง/CN=${rows[0]!.name}`);
    csc.add({ name: 'head', userId: 'head.kpr', algorithms: ['1.2.840.10045.4.3.2'] });
    const deputy = await house.owner.query<{ name: string }>("select p.title || p.given || ' ' || p.family as name from organisation.account a join organisation.person p on p.id = a.person_id where a.login = 'deputy'");
    pki.signer('deputy', `/O=กรมตัวอย่าง/CN=${deputy.rows[0]!.name}`);
    csc.add({ name: 'deputy', userId: 'deputy', algorithms: ['1.2.840.10045.4.3.2'], authMode: 'explicit' });
    const renderer = testRenderer();
    memo = Buffer.from((await made(renderer, exampleMemo)).pdf);
    await renderer.close();
  }, 120_000);
  afterAll(async () => {
    await csc.close();
    pki.remove();
  });

  /** A request by the clerk on a PDF for the post of somebody; resolves with its address. */
  async function ask(desk: Desk, signer: string): Promise<string> {
    await desk.signIn('clerk.kpr');
    await desk.go('/signing/new');
    const { rows } = await house.owner.query<{ unit: number; seat: number }>(`select u.unit_id as unit, h.position_id as seat from organisation.unit_abbreviation u, organisation.account a join organisation.holding h on h.person_id = a.person_id and h.main and h.valid_to is null
      where u.text = 'กพร.' and u.kind = 'preferred' and a.login = $1`, [signer]);
    const answer = await desk.context.request.post('/signing/new', {
      maxRedirects: 0,
      headers: { origin: house.origin },
      multipart: {
        _key: await desk.page.locator('form:has(input[type=file]) input[name=_key]').inputValue(), subject: 'สัญญาจ้างพัฒนาระบบ', unit: String(rows[0]!.unit),
        'steps.0.step': '1', 'steps.0.kind': 'sign', 'steps.0.position': String(rows[0]!.seat), file: { name: 'สัญญา.pdf', mimeType: 'application/pdf', buffer: memo },
      },
    });
    expect(answer.status(), await answer.text()).toBe(303);
    return answer.headers()['location']!;
  }

  test.each([['with scripts', true, 1280], ['without scripts, on a phone', false, 390]] as const)('%s', { timeout: 120_000 }, async (_how, js, width) => {
    const desk = await browser.open(house.origin, { js, width });
    if (js) {
      await desk.signIn('admin');
      await desk.go('/system/signing-services');
      await desk.fill('ที่อยู่ API ของผู้ให้บริการ', csc.baseUrl);
      await desk.fill('Client ID', csc.clientId);
      await desk.fill('รหัสลับของไคลเอนต์ (client secret)', csc.clientSecret);
      await desk.press('บันทึก', desk.page.locator('form[action$="/remote"]'));
      await desk.see('ใช้อยู่: ผู้ให้บริการทดสอบ');
    }
    const href = await ask(desk, 'head.kpr');
    await desk.signIn('head.kpr');
    if (js) {
      await desk.go(href);
      await desk.press('ใช้กุญแจที่ผู้ให้บริการ ผู้ให้บริการทดสอบ เก็บไว้');
      await desk.fill('ชื่อผู้ใช้ของท่านที่ผู้ให้บริการ', 'head.kpr');
      await desk.press('ค้นและเพิ่มใบรับรอง');
      await desk.see('เพิ่มใบรับรอง 1 ใบแล้ว');
    }
    await desk.go(href);
    await desk.press('ไปยินยอมที่ผู้ให้บริการ');
    if (!js) await desk.press('ไปที่ ผู้ให้บริการทดสอบ');
    await desk.see('ยินยอมลงลายมือชื่อด้วย head');
    await desk.press('ยินยอม');
    if (!js) {
      await desk.see('กลับมาจากผู้ให้บริการลายมือชื่อ');
      await desk.press('ดำเนินการต่อ');
    }
    await desk.see(/กำลังขอลายมือชื่อจากผู้ให้บริการ|ลงลายมือชื่อในเอกสารแล้ว/);
    await house.settled();
    await desk.go(desk.address);
    await desk.see('ลงลายมือชื่อในเอกสารแล้ว');
    const file = await desk.context.request.get(`${href}/file`);
    expect(pdfsig(pki, await file.body())).toContain('Signature is Valid.');
    expect(desk.complaints).toEqual([]);
    await desk.close();
  });

  test.each([['with scripts', true, 1280], ['without scripts, on a phone', false, 390]] as const)('PIN and one-time password: %s', { timeout: 120_000 }, async (_how, js, width) => {
    const desk = await browser.open(house.origin, { js, width });
    const href = await ask(desk, 'deputy');
    await desk.signIn('deputy');
    if (js) {
      await desk.go('/signing/remote-certificates');
      await desk.fill('ชื่อผู้ใช้ของท่านที่ผู้ให้บริการ', 'deputy');
      await desk.press('ค้นและเพิ่มใบรับรอง');
      await desk.see('เพิ่มใบรับรอง 1 ใบแล้ว');
    }
    await desk.go(href);
    await desk.press('ไปกรอกรหัสของผู้ให้บริการ');
    if (js) for (const look of [phone, desktop]) expect(await faultsOf(desk.page, look)).toEqual([]);
    await desk.press('ส่งรหัสให้ฉัน');
    await desk.see('ผู้ให้บริการส่งรหัสแล้วเมื่อ');
    await desk.fill('PIN ของผู้ให้บริการ', '111000');
    await desk.fill('รหัสใช้ครั้งเดียว (OTP)', csc.otp);
    await desk.press('ยินยอมและลงลายมือชื่อ');
    await desk.see('ผู้ให้บริการแจ้งว่า PIN ไม่ถูกต้อง');
    if (js) for (const look of [phone, desktop]) expect(await faultsOf(desk.page, look)).toEqual([]);
    await desk.fill('PIN ของผู้ให้บริการ', csc.pin);
    await desk.fill('รหัสใช้ครั้งเดียว (OTP)', csc.otp);
    await desk.press('ยินยอมและลงลายมือชื่อ');
    await desk.see(/กำลังขอลายมือชื่อจากผู้ให้บริการ|ลงลายมือชื่อในเอกสารแล้ว/);
    await house.settled();
    await desk.go(desk.address);
    await desk.see('ลงลายมือชื่อในเอกสารแล้ว');
    expect(pdfsig(pki, await (await desk.context.request.get(`${href}/file`)).body())).toContain('Signature is Valid.');
    expect(desk.complaints).toEqual([]);
    await desk.close();
  });
});
