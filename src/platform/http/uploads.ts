import type { FastifyRequest } from 'fastify';
import { receiveUpload } from '../files/upload.ts';
import type { UploadLimits } from '../forms/fields.ts';
import type { Words } from '../words.ts';
import type { ActionDefinition } from './define.ts';
import type { Edge } from './edge.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Words at file fields whose upload was refused. */
    uploadErrors?: Record<string, Words>;
    /** Hashes of what was uploaded, by field: a form sent again has new rows with the same content. */
    uploadHashes?: Record<string, string[]>;
  }
}

/**
 * Reads a multipart form: files go to the store at once and stand in the body as the ids of their rows, so that an
 * action (which may run twice) never touches a stream. Files that no action takes up are swept later.
 */
export async function readUploads(edge: Edge, action: ActionDefinition<never, never>, request: FastifyRequest): Promise<Record<string, string | string[]>> {
  const body: Record<string, string[]> = {};
  const errors: Record<string, Words> = {};
  const hashes: Record<string, string[]> = {};
  const { actor } = request.krom;
  const fields = (action as unknown as ActionDefinition).form.fields as Record<string, { kind: string; upload?: UploadLimits }>;
  for await (const part of request.parts({ limits: { fileSize: edge.services.config.maxUploadBytes, files: 20, fields: 2000, fieldSize: 1_000_000 } })) {
    if (part.type === 'field') {
      (body[part.fieldname] ??= []).push(String(part.value));
      continue;
    }
    const wanted = fields[part.fieldname]?.kind === 'file' && actor.kind !== 'public' && part.filename;
    if (!wanted) {
      part.file.resume();
      continue;
    }
    const received = await receiveUpload(edge.services, actor, { stream: part.file, fileName: part.filename, ...fields[part.fieldname]?.upload });
    if (received.ok) {
      (body[part.fieldname] ??= []).push(String(received.value.id));
      (hashes[part.fieldname] ??= []).push(received.value.hash);
      continue;
    }
    errors[part.fieldname] = received.message;
    part.file.resume();
  }
  request.uploadHashes = hashes;
  if (Object.keys(errors).length > 0) request.uploadErrors = errors;
  return Object.fromEntries(Object.entries(body).map(([name, values]) => [name, values.length === 1 ? (values[0] as string) : values]));
}
