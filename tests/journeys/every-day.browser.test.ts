/** The smaller things of every day: getting in, not losing what was typed, two people at one text, files that cannot be taken, languages, news, keys. */
import { describe, expect, it } from 'vitest';
import { noBrowser, useBrowser, type Desk } from '../support/browser.ts';
import { smallPdf } from '../support/extras.ts';
import { useLive } from '../support/live.ts';

const modes = [{ mode: 'with scripts', js: true }, { mode: 'without scripts', js: false }];

describe.skipIf(noBrowser)('every day', () => {
  const house = useLive({ KROM_MAX_UPLOAD_MB: '1' });
  const browser = useBrowser();

  /** Opens a window, lets somebody work in it, and fails on what the browser complained about. */
  async function at(js: boolean, work: (desk: Desk) => Promise<void>, allowed: RegExp = /^$/): Promise<void> {
    const desk = await browser.open(house.origin, { js });
    await work(desk);
    await desk.close();
    expect(desk.complaints.filter((complaint) => !allowed.test(complaint))).toEqual([]);
  }

  const count = async (query: string, ...values: unknown[]): Promise<number> => Number(Object.values((await house.owner.query<Record<string, unknown>>(query, values)).rows[0] ?? {})[0]);

  describe.each(modes)('$mode', ({ js }) => {
    it('a wrong password is refused in words, and the right one leads to the page that was asked for', () => at(js, async (desk) => {
      await desk.go('/tasks');
      await desk.fill('ชื่อผู้ใช้หรืออีเมล', 'officer.snp');
      await desk.fill('รหัสผ่าน', 'not-the-password');
      await desk.press('เข้าสู่ระบบ');
      await desk.see('ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง', 'ลืมรหัสผ่าน');
      await desk.fill('ชื่อผู้ใช้หรืออีเมล', 'officer.snp');
      await desk.fill('รหัสผ่าน', 'krom-demo-2563');
      await desk.press('เข้าสู่ระบบ');
      await desk.see('งานที่มอบหมาย', 'งานของฉัน');
      expect(desk.address).toBe('/tasks');
    }));

    it('a forgotten password is set anew by the link in the mail', () => at(js, async (desk) => {
      const login = js ? 'clerk.snk' : 'clerk.slk';
      await desk.go('/sign-in');
      await desk.press('ลืมรหัสผ่าน');
      await desk.fill('ชื่อผู้ใช้หรืออีเมล', login);
      await desk.press('ส่งลิงก์');
      await desk.see('ตรวจอีเมลของท่าน');
      await desk.signIn('admin');
      await desk.go('/system/mail');
      await desk.page.getByText('ตั้งรหัสผ่านใหม่ของระบบกรม').first().click();
      await desk.see('/reset-password/');
      const [link] = /http:\S+\/reset-password\/[\w-]+/.exec(await desk.text()) ?? [];
      await desk.context.clearCookies();
      await desk.go(String(link));
      await desk.fill('รหัสผ่านใหม่', 'คำใหม่ที่จำได้ดี 2563');
      await desk.fill('รหัสผ่านใหม่อีกครั้ง', 'คำใหม่ที่จำได้ดี 2563');
      await desk.press('บันทึกรหัสผ่านใหม่');
      await desk.see('ตั้งรหัสผ่านใหม่แล้ว');
      await desk.signIn(login, 'คำใหม่ที่จำได้ดี 2563');
      await desk.see('รอฉันดำเนินการ');
      await desk.go(String(link));
      await desk.see('ลิงก์นี้ใช้ไม่ได้แล้ว');
    }));

    it('a session that ends in the middle of a form loses no word', () => at(js, async (desk) => {
      const subject = `เรื่องที่พิมพ์ค้างไว้ ${js ? 'ก' : 'ข'}`;
      await desk.signIn('head.kpr');
      await desk.go('/drafts/new?form=circular');
      await desk.fill('เรื่อง', subject);
      await desk.fill('ข้อความ', 'ด้วยมีเหตุให้ต้องเข้าระบบใหม่กลางคัน');
      await house.owner.query("update organisation.session set ended_at = now() where ended_at is null");
      await desk.press('บันทึกร่าง');
      await desk.see('เข้าสู่ระบบ');
      await desk.fill('ชื่อผู้ใช้หรืออีเมล', 'head.kpr');
      await desk.fill('รหัสผ่าน', 'krom-demo-2563');
      await desk.press('เข้าสู่ระบบ');
      expect(await desk.field('เรื่อง').inputValue()).toBe(subject);
      expect(await desk.field('ข้อความ').inputValue()).toContain('เข้าระบบใหม่กลางคัน');
      await desk.press('บันทึกร่าง');
      await desk.see('บันทึกร่างแล้ว');
      expect(await count("select count(*) from correspondence.letter where state = 'draft' and subject = $1", subject)).toBe(1);
    }));

    it('a form sent twice is one record', () => at(js, async (desk) => {
      const title = `งานที่กดสองครั้ง ${js ? 'ก' : 'ข'}`;
      await desk.signIn('head.kpr');
      await desk.go('/tasks/new');
      await desk.fill('งาน', title);
      await desk.page.getByRole('checkbox', { name: /^กพร\./ }).check();
      await desk.leads(() => desk.thing('มอบหมาย').dblclick());
      await desk.see('กำลังดำเนินการ', title);
      expect(await count('select count(*) from assignments.task where title = $1', title)).toBe(1);
    }));

    it('two people at one text: the second sees what the first changed, and nothing is lost', () => at(js, async (first) => {
      const meeting = await count("select id from meetings.meeting where state = 'held' and title like 'การกำหนดตัวชี้วัด%'");
      const second = await browser.open(house.origin, { js });
      await first.signIn('minutes.kpr');
      await second.signIn('head.kpr');
      const open = async (desk: Desk) => {
        await desk.go(`/meetings/${meeting}/minutes/edit`);
        await desk.press(/ระบบสารบรรณอิเล็กทรอนิกส์/);
        return desk.page.locator('.minutes-row textarea').first();
      };
      const [one, other] = [await open(first), await open(second)];
      const text = await one.inputValue();
      await one.fill(`${text} ฉบับของคนแรก`);
      await other.fill(`${text} ฉบับของคนที่สอง`);
      await first.press('บันทึกเรื่องนี้');
      await first.see('บันทึกรายงานแล้ว');
      await second.press('บันทึกเรื่องนี้');
      await second.see('มีผู้บันทึกก่อนท่าน', 'ฉบับที่บันทึกไว้แล้ว เทียบกับข้อความของท่าน');
      expect(await second.page.locator('.minutes-row textarea').first().inputValue()).toContain('ฉบับของคนที่สอง');
      expect(await second.page.locator('.minutes-row del').first().innerText()).toContain('แรก');
      await second.press('บันทึกเรื่องนี้');
      await second.see('บันทึกรายงานแล้ว');
      expect(await count("select count(*) from meetings.minutes_version v join meetings.minutes m on m.current_version_id = v.id where m.meeting_id = $1 and v.content::text like '%ฉบับของคนที่สอง%'", meeting)).toBe(1);
      await second.close();
      expect(second.complaints).toEqual([]);
    }));

    it('a file of a wrong kind and one that is too large are refused in words, and the form stays', () => at(js, async (desk) => {
      await desk.signIn('head.kpr');
      await desk.go('/drafts/new?form=circular');
      await desk.fill('เรื่อง', 'ส่งเอกสารแนบ');
      const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(400)]);
      await desk.page.setInputFiles('input[type="file"]', { name: 'รายงาน.pdf', mimeType: 'application/pdf', buffer: program });
      await desk.press('บันทึกร่าง');
      await desk.see('ไฟล์นี้เป็นโปรแกรม แม้ชื่อจะเป็นเอกสาร จึงรับไว้ไม่ได้');
      expect(await desk.field('เรื่อง').inputValue()).toBe('ส่งเอกสารแนบ');
      await desk.page.setInputFiles('input[type="file"]', { name: 'ใหญ่.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([smallPdf, Buffer.alloc(1_500_000)]) });
      await desk.press('บันทึกร่าง');
      await desk.see('ไฟล์ใหญ่เกิน 1 MB');
      expect(await desk.field('เรื่อง').inputValue()).toBe('ส่งเอกสารแนบ');
    }));

    it('speaks English when asked, and Thai again', () => at(js, async (desk) => {
      await desk.signIn('auditor');
      await desk.page.locator('.who summary').click();
      await desk.press('English');
      await desk.see('Waiting for me');
      await desk.page.locator('.who summary').click();
      await desk.press('ไทย');
      await desk.see('รอฉันดำเนินการ');
    }));
  });

  it('news reaches an open page by itself', () => at(true, async (reader) => {
    await reader.signIn('head.ssc');
    await reader.see('รอฉันดำเนินการ');
    await reader.page.evaluate(() => { (globalThis as { stays?: boolean }).stays = true; });
    const sender = await browser.open(house.origin);
    await sender.signIn('head.kpr');
    await sender.go('/tasks/new');
    await sender.fill('งาน', 'งานที่มาถึงขณะเปิดหน้าอยู่');
    await sender.page.getByRole('checkbox', { name: /^ศสช\./ }).check();
    await sender.press('มอบหมาย');
    await reader.see('งานที่มาถึงขณะเปิดหน้าอยู่');
    expect(await reader.page.evaluate(() => (globalThis as { stays?: boolean }).stays)).toBe(true);
    await reader.press('เปิด', reader.page.locator('.toast', { hasText: 'งานที่มาถึงขณะเปิดหน้าอยู่' }));
    await reader.see('งานที่มาถึงขณะเปิดหน้าอยู่', 'ส่งผลการดำเนินงาน');
    await sender.close();
  }));

  it('by keys alone: from the inbox to a letter, and back', () => at(true, async (desk) => {
    await desk.signIn('head.kpr');
    await desk.see('รอฉันดำเนินการ');
    const onLetter = () => desk.page.evaluate(() => /\/letters\//.test((document.activeElement as HTMLAnchorElement).href ?? ''));
    for (let n = 0; n < 10 && !(await onLetter()); n++) await desk.page.keyboard.press('j');
    expect(await onLetter()).toBe(true);
    await desk.leads(() => desk.page.keyboard.press('Enter'));
    await desk.see('รับทราบ');
    expect(desk.address).toMatch(/^\/letters\/\d+/);
    // What Alt and the left arrow do in a browser with a window.
    await desk.page.goBack();
    await desk.until('the inbox', async () => desk.address === '/' && (await onLetter()));
  }));
});
