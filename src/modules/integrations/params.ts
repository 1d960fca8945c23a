import { z } from 'zod';

export const webhooksAddress = '/system/webhooks';
export const permission = 'integrations.keep-webhooks';
export const webhookParams = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });
export const subjectOf = (id: number) => ({ type: 'platform.webhook', id });
