// Making the definitive files after commit: the circulated minutes, the certified ones, the difference. Contents are
// kept under their hash, so a job that runs twice makes the same file.
import { z } from 'zod';
import type { Actor } from '../../../platform/access/actor.ts';
import { systemActor } from '../../../platform/access/actor.ts';
import { addFileRecord } from '../../../platform/files/file-records.ts';
import { verifyPath } from '../../../platform/documents/public-document.ts';
import { defineJob } from '../../../platform/jobs/jobs.ts';
import type { JobContext } from '../../../platform/jobs/jobs.ts';
import { orFail } from '../../../platform/result.ts';
import type { PaperDocument, PdfOptions } from '../../../paper/index.ts';
import { setCertifiedHash, verificationOf } from '../store/certification.ts';
import { findMeeting } from '../store/meetings.ts';
import { findMinutes, findVersion, setVersionFiles } from '../store/minutes.ts';
import { loadDifference } from './difference.ts';
import { messages } from './messages.ts';
import { certifiedPaper, circulatedPaper } from './papers.ts';

export const printer: Actor = systemActor('meetings.print');

interface Made {
  readonly hash: string;
  readonly size: number;
}

async function make(context: JobContext, document: PaperDocument, options: PdfOptions): Promise<Made> {
  const { pdf } = orFail(await context.services.paper.renderPdf(document, options));
  return context.services.files.put(pdf);
}

const fileOf = (made: Made, name: string, unitId: number, readers: readonly number[]) => ({
  ...made, mediaType: 'application/pdf', name, unitId, readers, taken: true,
});

/** The version as it went out, kept for ever. */
export const storeMinutesPdf = defineJob({
  name: 'meetings.store-minutes-pdf',
  title: messages.words('jobPdf'),
  payload: z.object({ versionId: z.int().positive() }),
  async run({ versionId }, context) {
    const version = await context.read((tx) => findVersion(tx, versionId));
    if (!version || version.pdfFileId !== null) return;
    const made = await make(context, circulatedPaper(version), { createdAt: version.lockedAt ?? version.updatedAt, fingerprint: version.contentHash });
    await context.write(async (tx) => {
      const file = await addFileRecord(tx, fileOf(made, `รายงานการประชุม ฉบับที่ ${version.number}.pdf`, version.ownerUnitId, version.readers));
      await setVersionFiles(tx, versionId, { pdf: file.id });
      return { value: undefined, audit: [] };
    });
  },
});

/** The certified minutes with the record of answers and a code that leads to the public page. */
export const storeCertifiedPdf = defineJob({
  name: 'meetings.store-certified-pdf',
  title: messages.words('jobCertifiedPdf'),
  payload: z.object({ minutesId: z.int().positive() }),
  async run({ minutesId }, context) {
    const found = await context.read(async (tx) => {
      const minutes = await findMinutes(tx, minutesId);
      const version = minutes?.currentVersionId ? await findVersion(tx, minutes.currentVersionId) : undefined;
      const meeting = minutes && (await findMeeting(tx, minutes.meetingId));
      if (!minutes || !version || !meeting || minutes.state !== 'certified' || version.certifiedPdfFileId !== null) return undefined;
      return { minutes, version, meeting, paper: await certifiedPaper(tx, meeting, minutes, version), ...(await verificationOf(tx, minutesId)) };
    });
    if (!found?.token) return;
    const { minutes, version, meeting, paper, token } = found;
    const { origin } = context.services.config;
    const made = await make(context, paper, {
      createdAt: minutes.certifiedAt ?? version.updatedAt, fingerprint: version.contentHash,
      verify: { url: `${origin}${verifyPath(token)}`, text: `ตรวจสอบรายงานการประชุมฉบับที่รับรองแล้วได้ที่ ${origin}${verifyPath(token)}`, page: 'last' },
    });
    await context.write(async (tx) => {
      const file = await addFileRecord(tx, fileOf(made, `รายงานการประชุม ครั้งที่ ${meeting.number}-${meeting.yearBe} (รับรองแล้ว).pdf`, meeting.ownerUnitId, [...meeting.readers, ...version.readers]));
      await setVersionFiles(tx, version.id, { certifiedPdf: file.id });
      await setCertifiedHash(tx, minutesId, made.hash);
      return { value: undefined, audit: [{ action: 'meetings.certified-pdf-stored', subject: { type: 'meetings.meeting', id: meeting.id }, unitId: meeting.ownerUnitId, detail: { hash: made.hash } }] };
    });
  },
});

/** What the corrections changed, for the file. */
export const storeDifferencePdf = defineJob({
  name: 'meetings.store-difference-pdf',
  title: messages.words('jobDifference'),
  payload: z.object({ versionId: z.int().positive() }),
  async run({ versionId }, context) {
    const found = await context.read(async (tx) => {
      const version = await findVersion(tx, versionId);
      if (!version || version.differencePdfFileId !== null) return undefined;
      return { version, difference: await loadDifference(tx, version) };
    });
    if (!found?.difference) return;
    const { version, difference } = found;
    const made = await make(context, difference.paper, { createdAt: version.createdAt, fingerprint: version.contentHash });
    await context.write(async (tx) => {
      const file = await addFileRecord(tx, fileOf(made, `ฉบับแสดงการแก้ไข ฉบับที่ ${version.number}.pdf`, version.ownerUnitId, version.readers));
      await setVersionFiles(tx, versionId, { differencePdf: file.id });
      return { value: undefined, audit: [] };
    });
  },
});
