// What the check finds while one types: changes nothing.
import { z } from 'zod';
import type { RawBody } from '../../../../../platform/forms/form.ts';
import { defineApi } from '../../../../../platform/http/define.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { checkFramework } from '../../../domain/framework/check-framework.ts';
import { readTyped } from '../../domain/read-typed.ts';
import { messages as shared } from '../../messages.ts';
import { frameworksHref } from '../../shown.tsx';
import { frameworkById } from '../../store/frameworks.ts';
import { frameworkParams } from '../show-framework/page.tsx';
import { typedFrom } from './form.ts';
import { LiveFindings } from './findings.tsx';
import { messages } from './messages.ts';

export const askCheck = defineApi({
  method: 'ASK',
  path: `${frameworksHref}/:id/edit/check`,
  permission: 'performance.keep',
  summary: messages.words('check'),
  params: frameworkParams,
  body: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  async load(tx, { params, body, actor }) {
    const row = await frameworkById(tx, params.id);
    if (!row) return notFound(shared.words('gone'));
    const read = readTyped(typedFrom(body as RawBody), row.content);
    return ok({ html: <LiveFindings lang={actor.language ?? 'th'} read={read} findings={checkFramework(read.framework)} /> });
  },
});
