// The files of a received letter as they came, and the first page as a picture. Whoever may see the letter may have them.
import { z } from 'zod';
import { stampReceived } from '../../../../paper/index.ts';
import { firstPagePicture } from '../../../../platform/files/preview.ts';
import { defineDownload } from '../../../../platform/http/define.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import type { OpenedRecord } from '../../../../platform/access/access-log.ts';
import { systemActor } from '../../../../platform/access/actor.ts';
import { readFileRecord } from '../../../../platform/files/file-records.ts';
import { bangkokDate } from '../../../../thai/index.ts';
import { letterParams } from '../../params.ts';
import { stampFacts } from '../../domain/receive-stamp.ts';
import { senderOn } from '../../office.ts';
import { receivedType } from '../../received/search.ts';
import { receivedFiles } from '../../store/received-files.ts';
import { findReceived } from '../../store/received.ts';
import type { Received } from '../../store/received.ts';

/** What the access log keeps of an opening; a classified letter is not shown without that line. */
export function openedReceived(letter: Pick<Received, 'id' | 'secrecy'>): OpenedRecord {
  return { type: receivedType, id: letter.id, ...(letter.secrecy === 'none' ? {} : { secrecy: letter.secrecy }) };
}

const fileParams = letterParams.extend({ n: z.coerce.number().int().min(1).max(100) });
/** Shown in the browser: only what cannot run anything. */
const shownTypes = new Set(['application/pdf', 'image/png', 'image/jpeg']);

export const incomingFile = defineDownload({
  path: '/incoming/:id/files/:n',
  permission: 'correspondence.read-incoming',
  params: fileParams,
  async load(tx, { params, services }) {
    const letter = await findReceived(tx, params.id);
    const file = letter && (await receivedFiles(tx, params.id)).find((one) => one.ordinal === params.n);
    if (!letter || !file) return notFound();
    // The right to the file is the right to the letter; what the look into it found stands with the file's own record.
    const record = await services.database.read(systemActor('correspondence.received-file'), (system) => readFileRecord(system, file.fileId));
    const shown = shownTypes.has(file.mediaType) && !record?.facts.activeContent;
    return ok({ body: services.files.stream(file.hash), contentType: file.mediaType, fileName: file.name, disposition: shown ? 'inline' : 'attachment', etag: file.hash, opens: openedReceived(letter) });
  },
});

export const incomingPicture = defineDownload({
  path: '/incoming/:id/picture.png',
  permission: 'correspondence.read-incoming',
  params: letterParams,
  async load(tx, { params, services }) {
    const letter = await findReceived(tx, params.id);
    const file = letter && (await receivedFiles(tx, params.id)).find((one) => one.mediaType === 'application/pdf');
    const picture = file && (await firstPagePicture(await services.files.get(file.hash), 1600));
    if (!letter || !file || !picture) return notFound();
    return ok({ body: picture, contentType: 'image/png', fileName: 'page-1.png', disposition: 'inline', etag: `${file.hash}-1`, opens: openedReceived(letter) });
  },
});

/** The receive stamp on a copy (form 12, clause 36): the file as it came is never altered, so a signature in it stays whole. */
export const incomingStamped = defineDownload({
  path: '/incoming/:id/stamped.pdf',
  permission: 'correspondence.read-incoming',
  params: letterParams,
  async load(tx, { params, services }) {
    const letter = await findReceived(tx, params.id);
    const file = letter && (await receivedFiles(tx, params.id)).find((one) => one.mediaType === 'application/pdf');
    if (!letter || !file) return notFound();
    // As the unit was called when it received it: it may have another name by now, or be gone.
    const unit = await senderOn(tx, letter.unitId, bangkokDate(letter.receivedAt));
    const made = await stampReceived(services.paper, await services.files.get(file.hash), { agency: unit?.name ?? '', ...stampFacts(letter) }, letter.receivedAt);
    return made.ok ? ok({ body: made.value.pdf, contentType: 'application/pdf', fileName: `${letter.number}-${letter.year}.pdf`, disposition: 'inline' as const, opens: openedReceived(letter) }) : made;
  },
});
