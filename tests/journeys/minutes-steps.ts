/** The steps of the whole job at people's screens, one function each, for the journey and for the look at every page on its way. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { expect } from 'vitest';
import type { Desk } from '../support/browser.ts';
import { smallPdf } from '../support/extras.ts';

const rule = 'หากพ้นกำหนดวันที่ 9 พฤศจิกายน 2563 แล้วฝ่ายเลขานุการยังไม่ได้รับแจ้ง ให้ถือว่าท่านรับรองรายงานการประชุมโดยไม่มีการแก้ไข';
const scan = { name: 'แบบตอบรับ.pdf', mimeType: 'application/pdf', buffer: smallPdf };
const evidence = { name: 'รายงานผล.pdf', mimeType: 'application/pdf', buffer: smallPdf };

/** States of the answers, each once. */
export async function states(owner: pg.Pool): Promise<string[]> {
  const { rows } = await owner.query<{ state: string }>("select distinct a.state from meetings.circulation_answer a join meetings.circulation c on c.id = a.circulation_id where c.respond_by = '2020-11-09' order by 1");
  return rows.map((row) => row.state);
}

export async function nameOf(owner: pg.Pool, login: string): Promise<string> {
  const { rows } = await owner.query<{ name: string }>("select p.given || ' ' || p.family as name from organisation.person p join organisation.account a on a.person_id = p.id where a.login = $1", [login]);
  return String(rows[0]?.name);
}

/** From the list of meetings to meeting 1/2563 of the working group. */
export async function openMeeting(desk: Desk): Promise<void> {
  await desk.go('/meetings');
  await desk.press(/การกำหนดตัวชี้วัด/);
  await desk.see('ครั้งที่ ๑/๒๕๖๓', 'ระเบียบวาระ');
}

export async function checkAndSign(desk: Desk): Promise<void> {
  await desk.signIn('minutes.kpr');
  await desk.see('รอฉันดำเนินการ');
  await openMeeting(desk);
  await desk.press('ตรวจรายงาน');
  await desk.see('ตรวจรายงานการประชุม', /ข้อที่ควรตรวจ \d\d แห่ง/, 'แก้เป็น “');
  await desk.press('ไปลงนาม');
  await desk.press('ลงนามผู้จดรายงาน');
  await desk.see('ลงนามแล้ว', 'ผู้จดลงนามแล้ว รอผู้ตรวจ', '3 พ.ย. 2563');

  await desk.signIn('head.kpr');
  // The inbox leads to where the signature is given.
  await desk.press(/การกำหนดตัวชี้วัด/);
  await desk.press('ตรวจแล้ว ลงนามผู้ตรวจรายงาน');
  await desk.see('ลงนามแล้ว', 'ตรวจแล้ว รอเวียน');
}

export async function circulate(desk: Desk): Promise<void> {
  await openMeeting(desk);
  await desk.press('เวียนขอให้รับรอง');
  await desk.see('บันทึกข้อความ', 'ผอ.ศสช.');
  await desk.fill('ขอให้ตอบภายในวันที่', '9 พ.ย. 2563');
  await desk.press('ลงนามและส่งบันทึกเวียน');
  await desk.see('ส่งบันทึกเวียนที่ นร ๐๒๒๓/ว ๕๐๓', 'ครบกำหนด 9 พ.ย. 2563', rule);
}

export async function answerForTheCentre(desk: Desk, officer: string): Promise<void> {
  await desk.signIn('head.ssc');
  await desk.see('นร ๐๒๒๓/ว ๕๐๓');
  await openMeeting(desk);
  await desk.press('ตอบการรับรอง');
  await desk.see('พ้นกำหนดแล้วไม่ตอบ ถือว่าท่าน', 'ผลการพิจารณาของท่าน');
  // One correction of the head's own, tied to its line.
  await desk.press('วาระที่ 3 เรื่องเพื่อพิจารณา');
  await proposeOn(desk, 'เห็นควรให้แยกคลังข้อมูลข่าวสาร', (text) => text.replace('ให้แยกคลังข้อมูลข่าวสาร', 'ให้แยกระบบคลังข้อมูลข่าวสาร'), 'ใช้คำเดียวกันทั้งฉบับ');
  await desk.see('เพิ่มข้อเสนอแล้ว', 'รับรอง โดยมีการแก้ไข 1 แห่ง');
  await desk.press('ส่งให้เจ้าหน้าที่พิจารณา');
  await desk.page.getByRole('checkbox', { name: officer }).check();
  await desk.fill('ข้อความถึงเจ้าหน้าที่', 'ขอให้ตรวจวาระ 3.1');
  await desk.press('ส่งให้พิจารณา');
  await desk.see('ส่งให้ 1 คนแล้ว');

  await desk.signIn('clerk.ssc');
  await desk.press(/ขอให้ท่านพิจารณา|พิจารณารายงาน|ให้ความเห็น/);
  await desk.see('ขอให้ตรวจวาระ 3.1', 'หน่วยงานรวมความเห็นแล้วตอบครั้งเดียว');
  await desk.press('วาระที่ 3 เรื่องเพื่อพิจารณา');
  await proposeOn(desk, 'จัดทำธรรมาภิบาลข้อมูล', (text) => `${text} ของกรม`, '');
  await desk.see('เพิ่มข้อเสนอแล้ว');
  await desk.fill('ความเห็น', 'ขอให้ระบุปีงบประมาณให้ตรงกันทุกแห่ง');
  await desk.press('ส่งความเห็น');
  await desk.see('ส่งความเห็นให้หน่วยงานแล้ว');

  await desk.signIn('head.ssc');
  await openMeeting(desk);
  await desk.press('ตอบการรับรอง');
  await desk.see('ความเห็นของเจ้าหน้าที่ในหน่วยงาน', 'ขอให้ระบุปีงบประมาณให้ตรงกันทุกแห่ง');
  await desk.press('นำเป็นข้อเสนอของหน่วยงาน');
  await desk.see('รับรอง โดยมีการแก้ไข 2 แห่ง');
  await desk.press('ต่อท้ายข้อสังเกต');
  await desk.see('ต่อท้ายข้อสังเกตแล้ว');
  await desk.field(/^รับรอง โดยมีการแก้ไข/).check();
  await desk.press('ลงนามและส่งคำตอบ');
  await desk.see('ส่งคำตอบแล้ว', 'ใบรับคำตอบ', 'ขอให้ระบุปีงบประมาณให้ตรงกันทุกแห่ง', 'แบบตอบรับ (PDF)');
}

/** Presses the number of the line that holds these words, rewrites its text and adds the suggestion. */
export async function proposeOn(desk: Desk, words: string, rewrite: (text: string) => string, reason: string): Promise<void> {
  await desk.leads(() => desk.page.locator('.ln', { hasText: words }).first().locator('.ln-no a').click());
  const text = desk.field(/^ข้อความที่ขอแก้เป็น/);
  await text.fill(rewrite(await text.inputValue()));
  if (reason) await desk.fill(/^เหตุผล/, reason);
  await desk.press('เพิ่มข้อเสนอ');
}

export async function answerAsActing(desk: Desk): Promise<void> {
  await desk.signIn('acting.snp');
  await openMeeting(desk);
  await desk.press('ตอบการรับรอง');
  await desk.see('รักษาราชการแทน');
  await desk.field(/^รับรอง โดยไม่มีการแก้ไข/).check();
  await desk.press('ลงนามและส่งคำตอบ');
  await desk.see('ส่งคำตอบแล้ว', 'รักษาราชการแทน');
}

export async function answerOnPaper(desk: Desk): Promise<void> {
  await desk.signIn('minutes.kpr');
  await openMeeting(desk);
  await desk.press('ดูความคืบหน้า');
  await desk.see('มีแก้ไข 2 แห่ง', 'ยังไม่เปิด');
  await desk.press('บันทึกแบบตอบรับกระดาษ', desk.page.getByRole('row', { name: /สปต/ }));
  await desk.field(/^รับรอง โดยมีการแก้ไข/).check();
  await desk.fill(/^วันที่ได้รับแบบตอบรับ/, '3 พ.ย. 63');
  await desk.fill('ชื่อผู้ลงนามในแบบ', 'นางทดสอบ ลงนาม');
  await desk.fill(/^บรรทัดที่/, '๑๒๐');
  await desk.press('บันทึกคำตอบ');
  // What is missing is said, one thing after the other, and what was typed stays.
  await desk.see('รายการที่ 1: กรุณากรอกข้อความที่ขอแก้เป็น');
  expect(await desk.field('ชื่อผู้ลงนามในแบบ').inputValue()).toBe('นางทดสอบ ลงนาม');
  await desk.fill(/^บรรทัดที่/, '');
  await desk.field(/^รับรอง โดยไม่มีการแก้ไข/).check();
  await desk.press('บันทึกคำตอบ');
  await desk.see('แนบภาพสแกนแบบตอบรับ');
  await desk.page.setInputFiles('input[type="file"]', scan);
  await desk.press('บันทึกคำตอบ');
  await desk.see('บันทึกคำตอบของ', 'นางทดสอบ ลงนาม', 'ภาพแบบตอบรับ');
}

export async function letTheDeadlinePass(desk: Desk): Promise<void> {
  await desk.signIn('admin');
  await desk.go('/system/clock');
  await desk.fill('วันที่', '10 พ.ย. 2563');
  await desk.fill('เวลา', '00.05');
  await desk.press('เลื่อนเวลา');
  await desk.see('เลื่อนเวลาแล้ว', '10 พฤศจิกายน 2563');
  await desk.signIn('minutes.kpr');
  await openMeeting(desk);
  await desk.press('ดูความคืบหน้า');
  await desk.until('the closed circulation', async () => {
    if ((await desk.text()).includes('ปิดการเวียนแล้ว')) return true;
    await desk.page.reload();
    return false;
  });
  await desk.see('ถือว่ารับรอง 10 พ.ย.', rule, /ไม่แจ้งผลภายในกำหนดและถือว่ารับรองโดยไม่มีการแก้ไข \d+ ราย/);
}

/** Accepts the suggestion about one word; where there is a second one, declines it, at first without a reason. */
export async function decide(desk: Desk, suggestions: 1 | 2 = 2): Promise<void> {
  await desk.press(`พิจารณาข้อเสนอแก้ไข ${suggestions} ข้อ`);
  await desk.see(`${suggestions} ข้อ จาก 1 หน่วยงาน`);
  await desk.page.locator('.decide').first().getByRole('radio', { name: 'รับ', exact: true }).check();
  if (suggestions === 2) {
    const second = desk.page.locator('.decide').nth(1);
    await second.getByRole('radio', { name: 'ไม่รับ', exact: true }).check();
    await desk.press('บันทึกผลและรับรองรายงาน');
    await desk.see('บอกเหตุผลที่ไม่รับ');
    await second.getByLabel(/^เหตุผล/).fill('ความหมายชัดอยู่แล้ว');
  }
  await desk.press('บันทึกผลและรับรองรายงาน');
  await desk.see(`รับ 1 ข้อ ไม่รับ ${suggestions - 1} ข้อ รายงานได้รับการรับรองแล้ว`);
  await openMeeting(desk);
  await desk.see('รับรองเมื่อ 10 พ.ย. 2563');
  await desk.press('ดูการแก้ไข');
  await desk.see('ฉบับที่ 1 เทียบกับฉบับที่ 2', 'แก้ 1 บรรทัด', ...(suggestions === 2 ? ['ใช้คำเดียวกันทั้งฉบับ', 'เหตุผล: ความหมายชัดอยู่แล้ว'] : []));
  expect(await desk.page.locator('.sheet ins').first().innerText()).toContain('ระบบ');
}

/** Opens the certified paper, reads it, and follows the address under its code as somebody without an account. */
export async function readThePaper(desk: Desk, stranger: Desk, token: string): Promise<void> {
  await openMeeting(desk);
  const href = await desk.thing('รายงานที่รับรองแล้ว (PDF)').getAttribute('href');
  const answer = await desk.context.request.get(String(href));
  expect(answer.headers()['content-type']).toBe('application/pdf');
  const words = pdfWords(await answer.body());
  for (const part of ['บันทึกผลการรับรอง', 'ถือว่ารับรองโดยไม่มีการแก้ไข', 'ตอบด้วยแบบตอบรับกระดาษ', 'รับรองโดยมีการแก้ไข', 'รักษาราชการแทน', 'ให้แยกระบบคลังข้อมูลข่าวสาร']) expect(words).toContain(part);
  // A hyphen at the end of a printed line is not told apart from one that divides a word.
  expect(words.replaceAll('-', '')).toContain(`/verify/${token}`.replaceAll('-', ''));
  await stranger.go(`/verify/${token}`);
  await stranger.see('เอกสารนี้ออกจากระบบนี้จริง และยังมีผล', 'รายงานการประชุมที่รับรองแล้ว', 'ครั้งที่ ๑/๒๕๖๓');
  expect(stranger.complaints).toEqual([]);
  await stranger.close();
}

/** The text of a PDF without its spaces: lines of Thai are broken where no space is. */
function pdfWords(pdf: Buffer): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-pdf-'));
  try {
    writeFileSync(path.join(folder, 'a.pdf'), pdf);
    return execFileSync('pdftotext', ['-raw', path.join(folder, 'a.pdf'), '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, '');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function finishATask(desk: Desk): Promise<void> {
  await desk.signIn('clerk.slk');
  await desk.go('/tasks');
  await desk.press(/ขับเคลื่อนระบบสารบรรณอิเล็กทรอนิกส์/);
  await desk.fill('ผลการดำเนินงาน', 'เปิดใช้ระบบแล้วทุกหน่วยงานในส่วนกลาง');
  await desk.page.setInputFiles('input[type="file"]', evidence);
  await desk.press('ส่งผลการดำเนินงาน');
  await desk.see('ส่งผลแล้ว รอผู้ติดตามตรวจรับ', 'รายงานผล.pdf', 'รอตรวจรับ');

  await desk.signIn('head.kpr');
  await openMeeting(desk);
  await desk.press(/ขับเคลื่อนระบบสารบรรณอิเล็กทรอนิกส์/);
  await desk.see('เปิดใช้ระบบแล้วทุกหน่วยงานในส่วนกลาง', 'รายงานผล.pdf');
  await desk.press('ตรวจรับและปิดงาน');
  await desk.see('ปิดงานแล้ว', 'เสร็จแล้ว');
}
