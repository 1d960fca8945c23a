// The document that is signed: the newest file, earlier states of it, and its pages as pictures.
import type { ReadTx } from '../../../../platform/db/database.ts';
import { pagePicture } from '../../../../platform/files/preview.ts';
import { defineDownload } from '../../../../platform/http/define.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { fileParams, signingParams } from '../../requests/params.ts';
import { fileVersion, findRequest } from '../../store/requests.ts';
import { mayOpenPaper, openedSigning } from './load.ts';
import { messages } from './messages.ts';

async function readable(tx: ReadTx, id: number) {
  const request = await findRequest(tx, id);
  return request && mayOpenPaper(tx, request) ? request : undefined;
}

const pdfType = 'application/pdf';

/** The newest file, with all signatures so far. */
export const signingFile = defineDownload({
  path: '/signing/:id/file',
  permission: 'signatures.sign',
  params: signingParams,
  async load(tx, { params, services }) {
    const request = await readable(tx, params.id);
    if (!request) return notFound();
    return ok({ body: await services.files.get(request.file.hash), contentType: pdfType, fileName: request.fileName, disposition: 'inline', etag: request.file.hash, opens: openedSigning(request) });
  },
});

/** A state of the file by its number: 0 is the file before any signature. */
export const signingVersion = defineDownload({
  path: '/signing/:id/files/:n',
  permission: 'signatures.sign',
  params: fileParams,
  async load(tx, { params, services }) {
    const request = await readable(tx, params.id);
    const version = request && (await fileVersion(tx, params.id, params.n));
    if (!request || !version) return notFound(messages.words('fileMissing'));
    return ok({ body: await services.files.get(version.hash), contentType: pdfType, fileName: request.fileName.replace(/\.pdf$/i, `-${version.n}.pdf`), disposition: 'inline', etag: version.hash, opens: openedSigning(request) });
  },
});

/** A page of the newest file as a picture. */
export const signingPicture = defineDownload({
  path: '/signing/:id/pages/:n',
  permission: 'signatures.sign',
  params: fileParams,
  async load(tx, { params, services }) {
    const request = await readable(tx, params.id);
    const picture = request && params.n > 0 ? await pagePicture(await services.files.get(request.file.hash), params.n, 1400) : undefined;
    if (!request || !picture) return notFound(messages.words('fileMissing'));
    return ok({ body: picture, contentType: 'image/png', fileName: `page-${params.n}.png`, disposition: 'inline', etag: `${request.file.hash}-${params.n}`, opens: openedSigning(request) });
  },
});
