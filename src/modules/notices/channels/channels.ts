import type { NewsChannel } from './channel.ts';
import { lineChannel } from './line.ts';
import { mailChannel } from './mail.ts';

/** Every way out of the house. What stands on the page of notifications is no channel: it is always there. */
export const channels: readonly NewsChannel[] = [mailChannel, lineChannel];
