// Papers of a certification as PDF: what went out, the reply form empty and filled, the difference, the certified minutes.
import { z } from 'zod';
import { readFileRecord } from '../../../../platform/files/file-records.ts';
import { defineDownload } from '../../../../platform/http/define.ts';
import type { DownloadBody } from '../../../../platform/http/define.ts';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { verifyPath } from '../../../../platform/documents/public-document.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import type { Services } from '../../../../platform/services.ts';
import type { PaperDocument, PdfOptions } from '../../../../paper/index.ts';
import { headOfUnit, positionById } from '../../../organisation/index.ts';
import { permissions } from '../../access.ts';
import { answerParams, around } from '../../circulation/access.ts';
import { loadDifference } from '../../circulation/difference.ts';
import { certifiedPaper, circulatedPaper, replyPaper } from '../../circulation/papers.ts';
import { meetingParams } from '../../params.ts';
import { numberText } from '../../shown.ts';
import { signerOfCirculation, verificationOf } from '../../store/certification.ts';
import { findAnswer, listCirculations } from '../../store/circulations.ts';
import { findMeeting } from '../../store/meetings.ts';
import type { MeetingRow } from '../../store/meetings.ts';
import { findVersion, minutesOf } from '../../store/minutes.ts';
import { listSuggestions } from '../../store/suggestions.ts';

const id = z.coerce.number().int().positive().max(2_147_483_647);

async function printed(services: Services, document: PaperDocument, name: string, options: PdfOptions): Promise<Result<DownloadBody>> {
  const made = await services.paper.renderPdf(document, options);
  if (!made.ok) return made;
  return ok({ body: made.value.pdf, contentType: 'application/pdf', fileName: `${name}.pdf`, disposition: 'inline' });
}

/** A stored file, where the actor may see it. */
async function stored(tx: ReadTx, services: Services, fileId: number): Promise<Result<DownloadBody> | undefined> {
  const file = await readFileRecord(tx, fileId);
  if (!file) return undefined;
  return ok({ body: await services.files.get(file.hash), contentType: 'application/pdf', fileName: file.name, disposition: 'inline', etag: file.hash });
}

const numbered = (meeting: MeetingRow) => `ครั้งที่ ${numberText(meeting).replace('/', '-')}`;

/** To whom the reply form goes: the post of who signed the memo, the head of the secretariat before that. */
async function replyTo(tx: ReadTx, meeting: MeetingRow, today: string): Promise<string> {
  const circulation = (await listCirculations(tx, meeting.id))[0];
  const signer = circulation && (await signerOfCirculation(tx, circulation.id));
  if (signer?.position) return signer.position;
  const head = await headOfUnit(tx, meeting.ownerUnitId, today);
  return (head && (await positionById(tx, head.positionId))?.title) ?? '';
}

export const versionPdf = defineDownload({
  path: '/meetings/:id/versions/:version/minutes.pdf',
  permission: permissions.see,
  params: z.object({ id, version: id }),
  async load(tx, { params, services }) {
    const meeting = await findMeeting(tx, params.id);
    const version = meeting && (await findVersion(tx, params.version));
    const minutes = version && (await minutesOf(tx, params.id));
    if (!meeting || !version || version.minutesId !== minutes?.id) return notFound();
    const kept = version.pdfFileId === null ? undefined : await stored(tx, services, version.pdfFileId);
    return kept ?? printed(services, circulatedPaper(version), `รายงานการประชุม ${numbered(meeting)} ฉบับที่ ${version.number}`, { createdAt: version.lockedAt ?? version.updatedAt, fingerprint: version.contentHash });
  },
});

export const replyFormPdf = defineDownload({
  path: '/meetings/:id/reply-form.pdf',
  permission: permissions.see,
  params: meetingParams,
  async load(tx, { params, services }) {
    const meeting = await findMeeting(tx, params.id);
    if (!meeting) return notFound();
    const to = await replyTo(tx, meeting, services.clock.today());
    return printed(services, replyPaper(meeting, to), `แบบตอบรับ ${numbered(meeting)}`, { createdAt: services.clock.now(), attachData: false });
  },
});

export const filledReplyPdf = defineDownload({
  path: '/meetings/:id/certify/:answer/reply.pdf',
  permission: permissions.see,
  params: answerParams,
  async load(tx, { params, services }) {
    const answer = await findAnswer(tx, params.answer);
    const found = answer && (await around(tx, params.id, answer));
    if (!found) return notFound();
    if (!found.ok) return found;
    const { meeting, version, answer: given } = found.value;
    if (!given.answeredAt) return notFound();
    const suggestions = (await listSuggestions(tx, { answerId: given.id })).filter((one) => one.submittedAt !== null);
    const paper = replyPaper(meeting, await replyTo(tx, meeting, services.clock.today()), { answer: given, suggestions, content: version.content });
    return printed(services, paper, `แบบตอบรับ ${given.addresseeName} ${numbered(meeting)}`, { createdAt: given.answeredAt });
  },
});

export const differencePdf = defineDownload({
  path: '/meetings/:id/difference.pdf',
  permission: permissions.see,
  params: meetingParams,
  async load(tx, { params, services }) {
    const meeting = await findMeeting(tx, params.id);
    const minutes = meeting && (await minutesOf(tx, params.id));
    const version = minutes?.currentVersionId ? await findVersion(tx, minutes.currentVersionId) : undefined;
    if (!meeting || !version) return notFound();
    const kept = version.differencePdfFileId === null ? undefined : await stored(tx, services, version.differencePdfFileId);
    if (kept) return kept;
    const difference = await loadDifference(tx, version);
    if (!difference) return notFound();
    return printed(services, difference.paper, `ฉบับแสดงการแก้ไข ${numbered(meeting)}`, { createdAt: version.createdAt, fingerprint: version.contentHash });
  },
});

export const certifiedPdf = defineDownload({
  path: '/meetings/:id/certified.pdf',
  permission: permissions.see,
  params: meetingParams,
  async load(tx, { params, services }) {
    const meeting = await findMeeting(tx, params.id);
    const minutes = meeting && (await minutesOf(tx, params.id));
    const version = minutes?.currentVersionId ? await findVersion(tx, minutes.currentVersionId) : undefined;
    if (!meeting || !version || minutes?.state !== 'certified') return notFound();
    const kept = version.certifiedPdfFileId === null ? undefined : await stored(tx, services, version.certifiedPdfFileId);
    if (kept) return kept;
    // The seconds until the job has made the definitive file.
    const { token } = await verificationOf(tx, minutes.id);
    const url = `${services.config.origin}${verifyPath(token ?? '')}`;
    return printed(services, await certifiedPaper(tx, meeting, minutes, version), `รายงานการประชุม ${numbered(meeting)} (รับรองแล้ว)`, {
      createdAt: minutes.certifiedAt ?? version.updatedAt, fingerprint: version.contentHash,
      ...(token ? { verify: { url, text: `ตรวจสอบรายงานการประชุมฉบับที่รับรองแล้วได้ที่ ${url}`, page: 'last' as const } } : {}),
    });
  },
});
