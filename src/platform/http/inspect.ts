import type { FastifyReply, FastifyRequest } from 'fastify';
import { emptyFormState } from '../forms/form.ts';
import { fail, type Result } from '../result.ts';
import type { InspectionDefinition } from './define.ts';
import type { Edge } from './edge.ts';
import { showPage } from './handlers.ts';

interface Shown {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly cut: boolean;
}

/** The first file of a posted form, in memory alone; the rest is read and dropped. */
async function firstFile(request: FastifyRequest, maxBytes: number): Promise<Shown | undefined> {
  if (!request.isMultipart()) return undefined;
  let shown: Shown | undefined;
  for await (const part of request.parts({ limits: { fileSize: maxBytes, files: 1, fields: 10, fieldSize: 10_000 } })) {
    if (part.type === 'field') continue;
    const chunks: Buffer[] = [];
    for await (const chunk of part.file) chunks.push(chunk as Buffer);
    if (part.filename) shown ??= { fileName: part.filename, bytes: Buffer.concat(chunks), cut: part.file.truncated };
  }
  return shown;
}

/** Looks at a file and shows the page with what was found: 200 when it could be looked at, else 422. Nothing is kept. */
export async function inspect(edge: Edge, inspection: InspectionDefinition, request: FastifyRequest, reply: FastifyReply): Promise<string> {
  const shown = await firstFile(request, inspection.maxBytes);
  const result: Result<unknown> = !shown || shown.bytes.length === 0
    ? fail('NO_FILE', { th: 'กรุณาเลือกไฟล์ก่อน', en: 'Choose a file first' })
    : shown.cut
      ? fail('FILE_TOO_LARGE', { th: `ไฟล์ใหญ่เกิน ${Math.floor(inspection.maxBytes / 1_048_576)} MB`, en: `The file is larger than ${Math.floor(inspection.maxBytes / 1_048_576)} MB` })
      : await inspection.look(shown.bytes, edge.services, edge.outside);
  const state = { ...emptyFormState, inspected: { fileName: shown?.fileName ?? '', size: shown?.bytes.length ?? 0, result } };
  return showPage(edge, inspection.page, request, reply, state, result.ok ? 200 : 422);
}
