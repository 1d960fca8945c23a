import type { ReadTx } from '../../../platform/db/database.ts';
import type { Services } from '../../../platform/services.ts';
import type { Words } from '../../../platform/words.ts';
import { passkeysLink } from '../features/keep-passkeys/link.ts';
import { providersLink } from '../features/link-identity/link.ts';

/** A line of the page of security that leads to another page of the own account. */
export interface SecurityLink {
  /** Address below /account/security, so that it is open to whoever must set a second factor up first. */
  readonly href: string;
  readonly title: Words;
  /** Words of what is there now: `2 passkeys`. Runs in the page's own transaction. */
  state(tx: ReadTx, services: Services): Promise<{ readonly words: Words; readonly inUse: boolean }>;
  /** The same line for whoever must set a second factor up first: it is one. */
  readonly isSecondFactor?: boolean;
}

/** Other ways to sign in and what acts in a person's name. Each feature adds its line here. */
export const securityLinks: readonly SecurityLink[] = [passkeysLink, providersLink];
