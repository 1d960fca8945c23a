import { z } from 'zod';
import { readFileRecord } from '../../../../platform/files/file-records.ts';
import { previewOf } from '../../../../platform/files/preview.ts';
import { defineDownload } from '../../../../platform/http/define.ts';
import { notFound, ok } from '../../../../platform/result.ts';

/** A stored file, for those whom its record lets see it: shown where that is safe, else saved. */
export const openFile = defineDownload({
  path: '/files/:id',
  permission: { signedIn: 'row-level security decides who may see a file' },
  params: z.object({ id: z.coerce.number().int().positive() }),
  query: z.object({ save: z.literal('1').optional() }),
  async load(tx, { params, query, services }) {
    const file = await readFileRecord(tx, params.id);
    if (!file) return notFound();
    const preview = query.save ? { kind: 'none' as const } : await previewOf(file, services.files);
    return ok({
      body: services.files.stream(file.hash),
      contentType: preview.kind === 'text' ? 'text/plain; charset=utf-8' : file.mediaType,
      fileName: file.name,
      disposition: preview.kind === 'none' ? ('attachment' as const) : ('inline' as const),
      etag: file.hash,
    });
  },
});
