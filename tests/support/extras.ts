import type { LightMyRequestResponse } from 'fastify';
import type { Client, TestApp } from './app.ts';
import { unitId } from './people.ts';

export interface UploadedFile {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly content: Buffer | string;
}

/** Posts a form with files, as a browser sends it. */
export async function postWithFiles(house: TestApp, client: Client, url: string, fields: Record<string, string | string[]>, files: readonly UploadedFile[]): Promise<LightMyRequestResponse> {
  const boundary = '----krom-test-boundary';
  const parts: Buffer[] = [];
  const add = (head: string, content: Buffer | string) => parts.push(Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n'));
  for (const [name, value] of Object.entries({ _key: client.key(), ...fields })) for (const item of [value].flat()) add(`name="${name}"`, item);
  for (const { field, name, type, content } of files) add(`name="${field}"; filename="${name}"\r\nContent-Type: ${type}`, content);
  parts.push(Buffer.from(`--${boundary}--\r\n`));
  return house.app.inject({ method: 'POST', url, cookies: client.cookies, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, payload: Buffer.concat(parts) });
}

/** A small PDF that readers accept. */
export const smallPdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n',
);

/** What a form of a circular needs at least; กพร. to one unit. */
export async function circularFields(house: TestApp, subject: string): Promise<Record<string, string | string[]>> {
  const { owner } = house.db;
  const from = await unitId(owner, 'กพร.');
  const signer = await owner.query<{ id: number }>('select id from organisation.position where unit_id = $1 and head_of_unit', [from]);
  return {
    fromUnit: String(from),
    signer: String(signer.rows[0]?.id),
    subject,
    body: 'ด้วยกลุ่มพัฒนาระบบบริหารขอทดสอบระบบหนังสือเวียน\n\nจึงเรียนมาเพื่อโปรดทราบ',
    urgency: 'ordinary',
    units: [String(await unitId(owner, 'ศสช.')), String(await unitId(owner, 'สลก.'))],
  };
}

const landed = (answer: LightMyRequestResponse, what: string): string => {
  if (answer.statusCode !== 303) throw new Error(`${what} was not made: ${answer.statusCode} ${answer.body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ').slice(0, 600)}`);
  return String(answer.headers.location);
};

/** Records that the demo itself has not: a draft with a file, a circular sent with an enclosure, a task by hand. All of กพร. */
export async function layExtras(house: TestApp): Promise<{ readonly draft: string; readonly letter: string; readonly task: string }> {
  const head = await house.as('head.kpr');
  const file = [{ field: 'newFiles', name: 'แนบ.pdf', type: 'application/pdf', content: smallPdf }];
  const sent = landed(await postWithFiles(house, head, '/drafts/new', await circularFields(house, 'หนังสือเวียนสำหรับการทดสอบ'), file), 'the draft of a circular');
  const letter = landed(await head.post(`${sent}/issue`), 'the circular');
  const draft = landed(await postWithFiles(house, head, '/drafts/new', await circularFields(house, 'ร่างหนังสือเวียนสำหรับการทดสอบ'), file), 'the draft');
  const task = landed(await head.post('/tasks/new', { title: 'งานสำหรับการทดสอบ', owners: String(await unitId(house.db.owner, 'กพร.')), dueOn: '30 พ.ย. 2563' }), 'the task');
  const unit = String(await unitId(house.db.owner, 'กพร.'));
  landed(await (await house.as('clerk.kpr')).post(`/reserved-numbers/of/${unit}`, { book: 'outgoing', count: '1', reason: 'จองไว้สำหรับการทดสอบ' }), 'the reserved number');
  await house.runJobs();
  return { draft, letter, task };
}
