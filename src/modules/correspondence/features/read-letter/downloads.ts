// The definitive PDF of a letter, and the files sent along. Whoever may read the words may have them; after a recall nobody else.
import { systemActor } from '../../../../platform/access/actor.ts';
import { readFileRecord } from '../../../../platform/files/file-records.ts';
import { defineDownload } from '../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import { signedFile } from '../../../signatures/index.ts';
import { fileNameOf } from '../../file-name.ts';
import { messages as shared } from '../../messages.ts';
import { openedLetter } from '../../opening.ts';
import { enclosureParams, letterParams } from '../../params.ts';
import { letterSubject } from '../../signing.ts';
import { findLetter } from '../../store/letters.ts';


/** The letter as it is to be kept and sent on: with all its signatures once they are there, else as it was issued. */
export const letterFile = defineDownload({
  path: '/letters/:id/file',
  permission: 'correspondence.read',
  params: letterParams,
  async load(tx, { params, services }) {
    const letter = await findLetter(tx, params.id);
    if (!letter?.body) return notFound();
    if (letter.fileHash === null) return fail('FILE_NOT_MADE', shared.words('fileNotMade'), { status: 503 });
    const hash = (await signedFile(tx, letterSubject(letter.id)))?.hash ?? letter.fileHash;
    return ok({ body: await services.files.get(hash), contentType: 'application/pdf', fileName: fileNameOf(letter.reference), disposition: 'inline', etag: hash, opens: openedLetter(letter) });
  },
});

/** The letter as it was issued, before any electronic signature. */
export const letterUnsignedFile = defineDownload({
  path: '/letters/:id/unsigned-file',
  permission: 'correspondence.read',
  params: letterParams,
  async load(tx, { params, services }) {
    const letter = await findLetter(tx, params.id);
    if (!letter?.body || letter.fileHash === null) return notFound();
    return ok({ body: await services.files.get(letter.fileHash), contentType: 'application/pdf', fileName: fileNameOf(letter.reference), disposition: 'inline', etag: letter.fileHash, opens: openedLetter(letter) });
  },
});

/** Shown in the browser: only what cannot run anything. */
const shownTypes = new Set(['application/pdf', 'image/png', 'image/jpeg', 'text/plain']);

export const letterEnclosure = defineDownload({
  path: '/letters/:id/enclosures/:n',
  permission: 'correspondence.read',
  params: enclosureParams,
  async load(tx, { params, services }) {
    const letter = await findLetter(tx, params.id);
    const enclosure = letter?.body?.enclosures[params.n - 1];
    if (!letter || enclosure?.type !== 'platform.file') return notFound();
    // The right to the file is the right to the letter, so that a recall closes both; the file's own readers stay the sender's.
    const file = await services.database.read(systemActor('correspondence.enclosure'), (system) => readFileRecord(system, enclosure.id));
    if (!file) return notFound();
    const shown = shownTypes.has(file.mediaType) && !file.facts.activeContent;
    return ok({ body: services.files.stream(file.hash), contentType: file.mediaType, fileName: file.name, disposition: shown ? 'inline' : 'attachment', etag: file.hash, opens: openedLetter(letter) });
  },
});
