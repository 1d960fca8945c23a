import type { FastifyRequest } from 'fastify';
import { tooLarge } from '../files/inspect.ts';
import { receiveUpload } from '../files/upload.ts';
import type { FieldAttributes, UploadLimits } from '../forms/fields.ts';
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
 * action (which may run twice) never touches a stream. Files that no action takes up are swept later. What a field of
 * content takes is read into memory and goes no further than the action.
 */
export async function readUploads(edge: Edge, action: ActionDefinition<never, never>, request: FastifyRequest): Promise<Record<string, string | string[]>> {
  const body: Record<string, string[]> = {};
  const errors: Record<string, Words> = {};
  const hashes: Record<string, string[]> = {};
  const { actor } = request.krom;
  const fields = (action as unknown as ActionDefinition).form.fields as Record<string, { kind: string; attributes: FieldAttributes; upload?: UploadLimits }>;
  for await (const part of request.parts({ limits: { fileSize: edge.services.config.maxUploadBytes, files: 20, fields: 2000, fieldSize: 1_000_000 } })) {
    if (part.type === 'field') {
      (body[part.fieldname] ??= []).push(String(part.value));
      continue;
    }
    const field = fields[part.fieldname];
    if (field?.kind === 'content' && actor.kind !== 'public' && part.filename) {
      const maxBytes = field.attributes.maxBytes ?? 0;
      const content = await smallContent(part.file, maxBytes);
      if (content) body[part.fieldname] = [content.toString('base64')];
      else errors[part.fieldname] = tooLarge(maxBytes).message;
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

/** The whole stream, or undefined where it is longer; what is left of it is read and dropped. */
async function smallContent(stream: NodeJS.ReadableStream, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += (chunk as Buffer).byteLength;
    if (size <= maxBytes) chunks.push(chunk as Buffer);
  }
  return size <= maxBytes ? Buffer.concat(chunks) : undefined;
}
