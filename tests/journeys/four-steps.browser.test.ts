/**
 * The report's four steps (SAR-01 to SAR-04), each from a draft to the order and the end of the matter, at a desk and on a
 * phone beside each other. All share one house.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { demoPassphrase } from '../../src/modules/signatures/demo/passphrase.ts';
import { noBrowser, useBrowser } from '../support/browser.ts';
import { useLive } from '../support/live.ts';
import { desktop, phone } from '../support/page-check.ts';
import { close, proposeAndOrder, receive, sign, sound, submit, write, type Screen } from './letter-steps.ts';

describe.skipIf(noBrowser)('the four steps, at a desk and on a phone', { timeout: 180_000 }, () => {
  const house = useLive();
  const browser = useBrowser();
  let officer = '';

  beforeAll(async () => {
    if (noBrowser) return;
    // The head and an officer of a group of ศสช. can sign in as the others of the demo.
    await house.owner.query(`insert into organisation.account (person_id, login, password_hash, must_change)
      select distinct on (p.head_of_unit) h.person_id, case when p.head_of_unit then 'head.group' else 'officer.group' end, (select password_hash from organisation.account where login = 'head.ssc'), false
      from organisation.unit_name n join organisation.position p on p.unit_id = n.unit_id join organisation.holding h on h.position_id = p.id and h.valid_to is null
      where n.th = 'กลุ่มพัฒนาระบบงาน' order by p.head_of_unit, p.id`);
    const { rows } = await house.owner.query<{ given: string }>("select given from organisation.person p join organisation.account a on a.person_id = p.id where a.login = 'officer.group'");
    officer = rows[0]?.given ?? '';
  });

  /** At both screens beside each other: much of a step is waiting. */
  async function both(walk: (screen: Screen, width: number) => Promise<void>): Promise<void> {
    await Promise.all([desktop, phone].map(async (look) => {
      const desk = await browser.open(house.origin, look);
      try {
        await walk({ desk, look }, look.width);
        expect(desk.complaints).toEqual([]);
      } finally {
        await desk.close();
      }
    }));
  }

  it('SAR-01: a circular to all units is read and acknowledged, and what it asks is ordered', () => both(async (screen, width) => {
    const { desk } = screen;
    const subject = `ขอเชิญใช้ระบบสารบรรณอิเล็กทรอนิกส์ ${width}`;
    const check = await write(screen, 'clerk.kpr', 'circular', { เรื่อง: subject, ข้อความ: 'ด้วยกรมเริ่มใช้ระบบสารบรรณอิเล็กทรอนิกส์\nจึงเรียนมาเพื่อโปรดทราบและถือปฏิบัติ' }, async () => {
      await desk.page.getByLabel('ทุกหน่วยงานในกรม').check();
    });
    const letter = await sign(screen, 'head.kpr', subject, check, /นร [๐-๙]+\/ว [๐-๙]+/);
    await desk.signIn('clerk.ssc');
    await desk.see(subject);
    await desk.go(letter);
    await desk.press('รับทราบในนาม ศสช.');
    await desk.see('บันทึกการรับทราบแล้ว');
    const matter = await receive(screen, 'clerk.ssc', letter);
    await proposeAndOrder(screen, { head: 'head.ssc', subject, matter, verdict: 'ดำเนินการตามเสนอ', note: 'แจ้งเวียนในหน่วยงาน' });
    await close(screen, 'clerk.ssc', matter, 'แจ้งเวียนแล้ว');
    await desk.signIn('clerk.kpr');
    await desk.go(`${letter}/receipts`);
    await desk.see('ศสช.');
    await sound(screen);
  }));

  it('SAR-02: a letter inside a bureau goes from its administration to a group, is given to a person and answered', () => both(async (screen, width) => {
    const { desk } = screen;
    const subject = `ขอให้จัดทำแผนสำรองข้อมูล ${width}`;
    const check = await write(screen, 'clerk.ssc', 'memo', { เรื่อง: subject, ข้อความ: 'ด้วยศูนย์ต้องมีแผนสำรองข้อมูล\nจึงเรียนมาเพื่อโปรดดำเนินการ' }, async () => choose(screen, 'ตำแหน่ง', /ผู้อำนวยการกลุ่มพัฒนาระบบงาน/));
    const letter = await sign(screen, 'head.ssc', subject, check, /นร [๐-๙]+\/[๐-๙]+/);
    const matter = await receive(screen, 'head.group', letter);
    await proposeAndOrder(screen, {
      head: 'head.group', subject, matter, verdict: 'มอบ', note: 'มอบผู้รับผิดชอบจัดทำแผน',
      give: async () => desk.page.getByRole('checkbox', { name: new RegExp(officer) }).check(),
    });
    await desk.see('กำลังทำ');
    await desk.signIn('officer.group');
    await desk.see(subject);
    await desk.go(matter);
    await desk.fill('ผลการดำเนินการ', 'จัดทำแผนแล้ว');
    await sound(screen);
    await desk.press('รายงานว่าทำเสร็จ');
    await close(screen, 'head.group', matter, 'มีแผนสำรองข้อมูลแล้ว');
  }));

  it('SAR-03: a letter across units is received there, ordered, assigned and answered; the answer closes it', () => both(async (screen, width) => {
    const { desk } = screen;
    const subject = `ขอข้อมูลระบบคอมพิวเตอร์ ${width}`;
    const check = await write(screen, 'clerk.kpr', 'memo', { เรื่อง: subject, ข้อความ: 'ด้วยกลุ่มพัฒนาระบบบริหารขอข้อมูลระบบ\nจึงเรียนมาเพื่อโปรดพิจารณา' }, async () => choose(screen, 'หน่วยงาน', /^ศสช\./));
    const letter = await sign(screen, 'head.kpr', subject, check, /นร [๐-๙]+\/[๐-๙]+/);
    const matter = await receive(screen, 'clerk.ssc', letter);
    await proposeAndOrder(screen, { head: 'head.ssc', subject, matter, verdict: 'ดำเนินการตามเสนอ', note: 'ตอบข้อมูลให้ กพร.' });
    await desk.signIn('clerk.ssc');
    await desk.go(matter);
    await desk.page.locator('summary', { hasText: 'ร่างหนังสือตอบ' }).first().click();
    await desk.press('ร่างหนังสือตอบ', desk.page.locator('#acts'));
    await desk.see('อ้างถึง');
    await sound(screen);
    await desk.fill('ข้อความ', 'ตามที่ขอข้อมูล นั้น\nจึงเรียนมาเพื่อโปรดทราบ');
    await chooseSigner(screen);
    await desk.press('บันทึกและตรวจก่อนออก');
    const reply = desk.address;
    await desk.press('เสนอลงนาม');
    await sign(screen, 'head.ssc', subject, reply, /นร [๐-๙]+\/[๐-๙]+/);
    await desk.signIn('clerk.ssc');
    await desk.go(matter);
    await desk.see('ตอบแล้ว', 'เสร็จแล้ว');
  }));

  it('SAR-04: a letter to outside has its number, is signed with the certificate of the head and holds before whoever receives it; the answer is received and ordered', () => both(async (screen, width) => {
    const { desk } = screen;
    const subject = `ขอความอนุเคราะห์ข้อมูล ${width}`;
    const check = await write(screen, 'clerk.kpr', 'external', {
      เรื่อง: subject, ข้อความ: 'ด้วยกรมประสงค์จะขอข้อมูล\nจึงเรียนมาเพื่อโปรดพิจารณา', 'ถึง (ชื่อหรือตำแหน่งผู้รับ)': 'ผู้ว่าราชการจังหวัดตัวอย่าง', 'ที่อยู่ของผู้รับ': 'ศาลากลางจังหวัดตัวอย่าง',
    }, async () => {
      await chooseSigner(screen, /อธิบดีกรมประชาสัมพันธ์/);
      await desk.page.getByLabel('ลงลายมือชื่ออิเล็กทรอนิกส์ด้วยใบรับรอง').check();
    });
    const letter = await sign(screen, 'director-general', subject, check, /นร [๐-๙]+\/[๐-๙]+/);
    await sound(screen);
    await house.settled();
    const id = letter.split('/').at(-1);
    const { rows } = await house.owner.query<{ token: string; file: string | null }>('select verification_token as token, file_hash as file from correspondence.letter where id = $1', [id]);
    expect(rows[0]?.file).toMatch(/^[0-9a-f]{64}$/);
    await desk.go('/signing');
    await desk.press(new RegExp(subject), desk.page.locator('main'));
    await sound(screen);
    await desk.fill('รหัสของใบรับรอง', demoPassphrase);
    await desk.leads(() => desk.page.locator('form[action$="/sign"] button[type=submit]').press('Enter'));
    await desk.see('ลงลายมือชื่อครบทุกคนแล้ว');
    const signed = await (await desk.context.request.get(`/letters/${id}/file`)).body();
    await desk.context.clearCookies();
    await desk.go(`/verify/${rows[0]?.token}`);
    await desk.see(subject);
    await sound(screen);
    await desk.go('/verify-pdf');
    await desk.page.locator('input[type="file"]').setInputFiles({ name: 'หนังสือ.pdf', mimeType: 'application/pdf', buffer: signed });
    await desk.press('ตรวจไฟล์');
    // The sample authority of the demo is not trusted by a house of tests: whole, and by whom, is said all the same.
    await desk.see('เนื้อหาตรงกับที่ลงลายมือชื่อไว้ทุกประการ', 'อธิบดีกรมประชาสัมพันธ์');
    await sound(screen);

    const answer = `ตอบ ${subject}`;
    await desk.signIn('clerk.kpr');
    await desk.go('/incoming/new');
    await desk.fill('ผู้ส่ง (จาก)', 'จังหวัดตัวอย่าง');
    await desk.fill('ที่', `ตอ 0017/${width}`);
    await desk.fill('เรื่อง', answer);
    await submit(desk, 'ลงรับและออกเลขรับ');
    await desk.see('ลงรับแล้ว เลขรับ', answer);
    const matter = desk.address.replace(/[?#].*/, '');
    await proposeAndOrder(screen, { head: 'head.kpr', subject: answer, matter, verdict: 'ดำเนินการตามเสนอ' });
    await close(screen, 'clerk.kpr', matter, 'ได้รับข้อมูลแล้ว');
    await desk.go('/incoming/register');
    await desk.see(answer);
    await sound(screen);
  }));
});

/** Ticks a recipient in one of the folded lists. */
async function choose({ desk }: Screen, list: 'หน่วยงาน' | 'ตำแหน่ง', name: RegExp): Promise<void> {
  const folded = desk.page.locator('details').filter({ has: desk.page.locator('summary', { hasText: new RegExp(`^${list}$`) }) });
  await folded.locator('summary').click();
  await desk.telling(folded.getByRole('checkbox', { name }).first().check());
}

async function chooseSigner({ desk }: Screen, label?: RegExp): Promise<void> {
  const signer = desk.page.locator('select[name="signer"]');
  const options = await signer.locator('option').evaluateAll((list) => list.map((one) => ({ value: (one as HTMLOptionElement).value, text: one.textContent ?? '' })));
  await signer.selectOption(options.find((one) => one.value !== '' && (label?.test(one.text) ?? true))?.value ?? '');
}
