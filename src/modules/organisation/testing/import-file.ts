/** A file through the import screens, as a browser sends it. */
import type { LightMyRequestResponse } from 'fastify';
import type { Client, TestApp } from '../../../../tests/support/app.ts';
import { systemActor } from '../../../platform/access/actor.ts';
import { csvOf } from '../../../platform/csv.ts';
import { orFail } from '../../../platform/result.ts';
import type { TableKindName, Verdict } from '../domain/tables/rows.ts';
import { judgeFile } from '../import/bring-in.ts';
import { kindOf } from '../import/kinds.ts';

/** Sends a file to be checked; the answer leads to its verdicts. */
export async function uploadTable(house: Pick<TestApp, 'app'>, client: Client, kind: TableKindName, name: string, content: string | Buffer): Promise<LightMyRequestResponse> {
  const boundary = '----krom-test';
  const field = (key: string, value: string) => `--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`;
  const payload = Buffer.concat([
    Buffer.from(`${field('_key', client.key())}${field('kind', kind)}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`),
    Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return house.app.inject({ method: 'POST', url: '/import', cookies: client.cookies, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, payload });
}

export interface Judged {
  readonly verdict: Verdict;
  readonly label: string;
  /** `phone: 02 → 03`. */
  readonly changes: readonly string[];
  readonly why: string;
  readonly whyEnglish: string;
}

/** The verdicts on rows, without keeping anything. */
export async function judgeRows(house: Pick<TestApp, 'services'>, kind: TableKindName, rows: readonly (readonly unknown[])[]): Promise<Judged[]> {
  const day = house.services.clock.today();
  const { plans } = orFail(await house.services.database.read(systemActor('test.import'), (tx) => judgeFile(tx, Buffer.from(csvOf(rows)), kindOf(kind), day)));
  return plans.map((plan) => ({
    verdict: plan.verdict, label: plan.label, changes: plan.changes.map((one) => `${one.column}: ${String(one.from ?? '')} → ${String(one.to ?? '')}`),
    why: plan.problems.map((one) => one.th).join(' '), whyEnglish: plan.problems.map((one) => one.en).join(' '),
  }));
}
