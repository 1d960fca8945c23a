// Evidence of a task: files, records of the house by their addresses, and taking both back.
import { expect, test } from 'vitest';
import { useApp, type Client } from '../../../tests/support/app.ts';

const house = useApp();
const one = async <T>(text: string, values: unknown[] = []): Promise<T> => (await house.db.owner.query(text, values)).rows[0] as T;
const unitId = async (abbreviation: string) => (await one<{ id: number }>(`select id from organisation.units_on('2020-11-03') where abbreviation = $1`, [abbreviation])).id;
const evidenceOf = async (id: number) => (await house.db.owner.query(`select id, of_type, of_id, withdrawn_reason from platform.evidence where for_type = 'assignments.task' and for_id = $1 order by id`, [id])).rows;

async function newTask(title: string): Promise<number> {
  const answer = await (await house.as('head.kpr')).post('/tasks/new', { title, owners: String(await unitId('ศสช.')), dueOn: '16 พ.ย. 2563' });
  return Number(/\/tasks\/(\d+)/.exec(String(answer.headers.location))?.[1]);
}

/** A report with one text file. */
async function reportWithFile(client: Client, id: number, note: string, text: string) {
  const line = 'part-of-the-test';
  const part = (name: string, value: string) => `--${line}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const payload = Buffer.from(`${part('_key', client.key())}${part('note', note)}${part('links', '')}--${line}\r\ncontent-disposition: form-data; name="files"; filename="ผลทดสอบ.txt"\r\ncontent-type: text/plain\r\n\r\n${text}\r\n--${line}--\r\n`);
  return house.app.inject({ method: 'POST', url: `/tasks/${id}/report`, cookies: client.cookies, headers: { 'content-type': `multipart/form-data; boundary=${line}` }, payload });
}

test('a file and a record of the house are evidence; the page says what they are and whether they still stand', async () => {
  const proof = await newTask('ทดสอบกู้คืนระบบ');
  const id = await newTask('สรุปผลการทดสอบ');
  const owner = await house.as('head.ssc');
  const answer = await reportWithFile(owner, id, 'ผ่านทุกข้อ', 'ผลการทดสอบ: ผ่าน');
  expect([answer.statusCode, answer.statusCode === 303 ? '' : answer.body]).toEqual([303, '']);
  expect((await owner.post(`/tasks/${id}/take-back`, { note: 'ลืมแนบงานที่เกี่ยวข้อง' })).statusCode).toBe(303);
  expect((await owner.post(`/tasks/${id}/report`, { note: 'ผ่านทุกข้อ', links: `/tasks/${proof}\r\n/tasks/${proof}` })).statusCode).toBe(303);
  expect((await evidenceOf(id)).map((row) => row.of_type)).toEqual(['platform.file', 'assignments.task']);
  const giver = await house.as('head.kpr');
  const page = await giver.get(`/tasks/${id}`);
  expect(page.body).toContain('ผลทดสอบ.txt');
  expect(page.body).toContain('ทดสอบกู้คืนระบบ');
  expect(page.body.match(/ตรงกับเมื่อแนบ/g)).toHaveLength(2);
  expect(page.body).toContain('เรียกผลกลับมาแก้ไข');
  const [file] = await evidenceOf(id);
  expect((await giver.get(`/files/${file.of_id}`)).statusCode).toBe(200);
  // The other task goes on: what was given is no longer what it is.
  expect((await owner.post(`/tasks/${proof}/report`, { note: 'กู้คืนได้ภายใน 4 ชั่วโมง' })).statusCode).toBe(303);
  const later = await giver.get(`/tasks/${id}`);
  expect([later.body.match(/ตรงกับเมื่อแนบ/g)?.length, later.body.includes('เนื้อหาเปลี่ยนไปหลังแนบ')]).toEqual([1, true]);
  // With evidence no reason is needed to close.
  expect((await giver.post(`/tasks/${id}/close`, {})).statusCode).toBe(303);
});

test('a wrong address, and a record of others, are refused at the field; nothing is sent', async () => {
  const id = await newTask('งานที่ลิงก์ผิด');
  const owner = await house.as('head.ssc');
  const hidden = (await one<{ id: number }>(`insert into assignments.task (title, assigned_on, source_type, follow_up_unit_id, readers, created_at)
    values ('งานของหน่วยอื่น', '2020-11-03', 'test', 1000000, '{1000000}', now()) returning id::int`)).id;
  for (const [links, words] of [
    ['https://elsewhere.example/letters/3', 'ใช้ “https://elsewhere.example/letters/3” เป็นหลักฐานไม่ได้'],
    ['/preferences', 'ใช้ “/preferences” เป็นหลักฐานไม่ได้'],
    [`/tasks/${hidden}`, `ไม่พบเอกสารที่ “/tasks/${hidden}” หรือท่านไม่มีสิทธิดู`],
    ['/tasks/999999', 'ไม่พบเอกสารที่ “/tasks/999999”'],
    [`/tasks/${id}`, 'งานเป็นหลักฐานของตัวเองไม่ได้'],
  ] as const) {
    const answer = await owner.post(`/tasks/${id}/report`, { note: 'ดำเนินการเรียบร้อยแล้ว', links });
    expect([links, answer.statusCode, answer.body.includes(words), answer.body.includes('ดำเนินการเรียบร้อยแล้ว')]).toEqual([links, 422, true, true]);
  }
  expect(await evidenceOf(id)).toEqual([]);
  expect((await one<{ state: string }>('select state from assignments.task where id = $1', [id])).state).toBe('open');
});

test('the address of a meeting names its minutes, and that of a letter the letter', async () => {
  const { id: meeting } = await one<{ id: number }>(`select m.id from meetings.meeting m where m.state = 'certified' and exists (select 1 from meetings.minutes n where n.meeting_id = m.id) order by m.held_on desc limit 1`);
  const answer = await (await house.as('head.kpr')).post('/tasks/new', { title: 'อ้างรายงานการประชุม', owners: String(await unitId('กพร.')), dueOn: '16 พ.ย. 2563' });
  const id = Number(/\/tasks\/(\d+)/.exec(String(answer.headers.location))?.[1]);
  const head = await house.as('head.kpr');
  // A letter is evidence by the hash of its printed form, which a job makes.
  await house.runJobs();
  const { id: letter } = await one<{ id: number }>(`select id::int from correspondence.letter where state = 'issued' and file_hash is not null and owner_unit_id = $1 limit 1`, [await unitId('กพร.')]);
  const origin = house.services.config.origin;
  const sent = await head.post(`/tasks/${id}/report`, { note: 'ตามรายงานการประชุมและหนังสือ', links: `/meetings/${meeting}\n${origin}/letters/${letter}` });
  expect([sent.statusCode, (await evidenceOf(id)).map((row) => row.of_type)]).toEqual([303, ['meetings.minutes', 'correspondence.letter']]);
  expect((await head.get(`/tasks/${id}`)).body).toContain('รายงานการประชุม');
});

test('evidence is withdrawn with a reason by who gave it or follows up, and not once the task is closed', async () => {
  const other = await newTask('งานอ้างอิง');
  const id = await newTask('งานที่แนบผิด');
  const owner = await house.as('head.ssc');
  expect((await owner.post(`/tasks/${id}/report`, { note: 'เสร็จแล้วตามแนบ', links: `/tasks/${other}` })).statusCode).toBe(303);
  const [first] = await evidenceOf(id);
  const address = `/tasks/${id}/evidence/${first.id}/withdraw`;
  expect((await owner.get(`/tasks/${id}`)).body).toContain(address);
  const empty = await owner.post(address, { reason: '' });
  expect([empty.statusCode, empty.body.includes('กรุณากรอกเหตุผลที่ถอนหลักฐาน')]).toEqual([422, true]);
  expect((await (await house.as('clerk.ssc')).post(address, { reason: 'ลองถอนแทน' })).statusCode).toBe(403);
  expect((await (await house.as('clerk.snk')).post(address, { reason: 'ลองถอนของหน่วยอื่น' })).statusCode).toBe(404);
  expect((await owner.post(address, { reason: 'แนบผิดงาน' })).statusCode).toBe(303);
  expect((await evidenceOf(id)).map((row) => row.withdrawn_reason)).toEqual(['แนบผิดงาน']);
  const page = await owner.get(`/tasks/${id}`);
  expect([page.body.includes('ถอนหลักฐาน'), page.body.includes('แนบผิดงาน'), page.body.includes('ยังไม่มีหลักฐาน')]).toEqual([true, true, true]);
  const giver = await house.as('head.kpr');
  expect((await giver.post(`/tasks/${id}/return`, { note: 'ขอหลักฐานที่ถูกต้อง' })).statusCode).toBe(303);
  expect((await owner.post(`/tasks/${id}/report`, { note: 'แนบใหม่แล้วครับ', links: `/tasks/${other}` })).statusCode).toBe(303);
  const again = (await evidenceOf(id)).at(-1);
  expect((await giver.post(`/tasks/${id}/close`, {})).statusCode).toBe(303);
  expect((await giver.post(`/tasks/${id}/evidence/${again.id}/withdraw`, { reason: 'ช้าไป' })).statusCode).toBe(409);
});

test('an officer to whom the task is passed on opens the evidence of earlier reports', async () => {
  const id = await newTask('งานที่มอบต่อทีหลัง');
  const head = await house.as('head.ssc');
  expect((await reportWithFile(head, id, 'ส่งครั้งแรก', 'ครั้งแรก')).statusCode).toBe(303);
  expect((await (await house.as('head.kpr')).post(`/tasks/${id}/return`, { note: 'ขอเพิ่มเติม' })).statusCode).toBe(303);
  const { id: officer } = await one<{ id: number }>(`select person_id as id from organisation.account where login = 'clerk.ssc'`);
  expect((await head.post(`/tasks/${id}/pass-on`, { officers: String(officer) })).statusCode).toBe(303);
  const { readers } = await one<{ readers: number[] }>(`select f.readers from platform.file f join platform.evidence e on e.of_id = f.id and e.of_type = 'platform.file' where e.for_id = $1 and e.for_type = 'assignments.task'`, [id]);
  expect(readers).toContain(officer);
});
