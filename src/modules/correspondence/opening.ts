// The receipt of opening. A page load changes nothing, so this is a short transaction of its own, like the access log.
import type { Actor } from '../../platform/access/actor.ts';
import type { OpenedRecord } from '../../platform/access/access-log.ts';
import type { Services } from '../../platform/services.ts';
import type { Letter } from './store/letters.ts';
import { markOpened } from './store/recipients.ts';

/** What the access log keeps of an opened letter; the words of a secret one are not shown without that line. */
export function openedLetter(letter: Pick<Letter, 'id' | 'secrecy'>): OpenedRecord {
  return { type: 'correspondence.letter', id: letter.id, ...(letter.secrecy === 'none' ? {} : { secrecy: letter.secrecy }) };
}

/**
 * Records that the actor opened a letter. Not waited for by the page: it would hold a second connection, and a receipt
 * that is missed is given at the next opening.
 */
export function recordOpening(services: Services, actor: Actor, letterId: number): void {
  services.database.write(actor, (tx) => markOpened(tx, letterId, services.clock.now())).catch((error: unknown) => {
    services.log.warn({ letterId, error }, 'the opening of a letter was not recorded');
  });
}
