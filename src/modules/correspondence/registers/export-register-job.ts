// Packages of registers are made behind the scenes: a year of a large unit takes minutes.
import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/jobs.ts';
import { GiveUpError } from '../../../platform/jobs/task-list.ts';
import { exportMessages as messages } from '../features/export-register/messages.ts';
import { houseKey } from './house-key.ts';
import { makePackage } from './register-package.ts';
import { failExport, findExport, finishExport, markExportProgress } from '../store/register-exports.ts';
import { lastNumbers, leftOutOf, receivedOfYear, sentOfYear } from '../store/register-year.ts';

/** Failures that trying again cannot mend: somebody has to do something first. */
const hopeless = new Set(['RENDERER_UNAVAILABLE', 'DOCUMENT_INVALID', 'DOCUMENT_TOO_LARGE', 'CHARACTER_NOT_PRINTABLE', 'HOUSE_KEY_UNREADABLE', 'HOUSE_KEY_EXPIRED', 'SIGNER_FAILED']);

export const exportRegister = defineJob({
  name: 'correspondence.export-register',
  title: messages.words('job'),
  payload: z.object({ exportId: z.int().positive() }),
  attempts: 5,
  async run({ exportId }, { services, read, write, lastAttempt }) {
    const { clock, files, paper, config } = services;
    const asked = await read((tx) => findExport(tx, exportId));
    if (!asked) throw new GiveUpError(`package ${exportId} is not there`);
    if (asked.state === 'done') return;
    const { unitId, year } = asked;
    const asOf = clock.now();
    const key = await houseKey(services);
    // Counters before rows: a number that is taken meanwhile is a row more, never a gap.
    const data = await read(async (tx) => {
      const last = { sent: await lastNumbers(tx, unitId, year, 'sent'), received: await lastNumbers(tx, unitId, year, 'received') };
      const leftOut = await leftOutOf(tx, unitId, year);
      return { last, leftOut, sent: await sentOfYear(tx, unitId, year), received: await receivedOfYear(tx, unitId, year) };
    });
    const made = key.ok
      ? await makePackage(paper, { ...data, unit: { id: unitId, label: asked.unitLabel }, year, asOf, madeBy: asked.askedBy, origin: config.origin, key: key.value },
          (done, all) => write(async (tx) => ({ value: await markExportProgress(tx, exportId, done, all), audit: [] })))
      : key;
    if (!made.ok) {
      const over = hopeless.has(made.code);
      if (over || lastAttempt) await write(async (tx) => ({ value: await failExport(tx, exportId, made.message.th, clock.now()), audit: [] }));
      throw over ? new GiveUpError(`${made.code}: ${made.message.en}`) : new Error(`${made.code}: ${made.message.en}`);
    }
    const { zip, manifest, letterFiles } = made.value;
    const { hash, size } = await files.put(zip);
    const facts = { sentRows: data.sent.length, receivedRows: data.received.length, voidRows: data.sent.filter((row) => row.state === 'void').length, letterFiles, signedBy: manifest.signed?.by ?? null };
    await write(async (tx) => {
      const first = await finishExport(tx, exportId, { hash, size, ...facts }, clock.now());
      return {
        value: first,
        audit: first ? [{ action: 'correspondence.register-exported', subject: { type: 'correspondence.register-export', id: exportId }, unitId, detail: { year, hash, size, ...facts } }] : [],
      };
    });
  },
});
