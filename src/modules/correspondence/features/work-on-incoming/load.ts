import { isTakenOver } from '../../../../platform/access/actor.ts';
import type { AccessLine } from '../../../../platform/access/access-log.ts';
import { readAccessLog } from '../../../../platform/access/access-log.ts';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { canDrawPages } from '../../../../platform/files/preview.ts';
import { proposeFacts, type ProposedFacts } from '../../domain/read-letter.ts';
import { assigneeChoices, proposalSeats } from '../../received/office.ts';
import type { AssigneeChoices, Choice } from '../../received/office.ts';
import { keepsRegister } from '../../received/receive.ts';
import { receivedType } from '../../received/search.ts';
import { usualPhrases } from '../../received/settings.ts';
import { livingUnit, unitNames } from '../../office.ts';
import { assignmentsOf, stepsOf } from '../../store/chain.ts';
import type { Assignment, Step } from '../../store/chain.ts';
import { receivedFiles } from '../../store/received-files.ts';
import type { ReceivedFile } from '../../store/received-files.ts';
import { findReceived } from '../../store/received.ts';
import type { Received } from '../../store/received.ts';
import { repliesTo } from '../../store/replies.ts';
import type { Reply } from '../../store/replies.ts';

/** A matter with all that the actor can do with it. */
export interface MatterData {
  readonly letter: Received;
  /** How the unit that keeps it is called. */
  readonly unit: string;
  readonly steps: readonly Step[];
  readonly assignments: readonly Assignment[];
  readonly files: readonly ReceivedFile[];
  readonly replies: readonly Reply[];
  readonly keeps: boolean;
  /** The unit that answers a letter of a unit that is gone. */
  readonly heirId: number | null;
  readonly holds: boolean;
  /** What is the actor's own to do, or the actor's unit's. */
  readonly mine: readonly Assignment[];
  readonly mayTakeBack: boolean;
  readonly seats: readonly Choice[];
  readonly choices: AssigneeChoices;
  readonly phrases: readonly string[];
  readonly proposed: ProposedFacts;
  readonly drawsPages: boolean;
  /** Only for those who keep the register. */
  readonly openings: readonly AccessLine[];
}

/** NOT_FOUND when it is not the actor's to see. */
export async function loadMatter(tx: ReadTx, id: number, today: string): Promise<Result<MatterData>> {
  const letter = await findReceived(tx, id);
  if (!letter) return notFound();
  const { actor } = tx;
  const keeps = keepsRegister(tx, letter.unitId);
  const holds = letter.holderPositionId !== null && actor.principals.includes(letter.holderPositionId);
  const assignments = await assignmentsOf(tx, id);
  const files = await receivedFiles(tx, id);
  const chooses = letter.state !== 'closed' && (keeps || holds);
  return ok({
    letter,
    unit: (await unitNames(tx, [letter.unitId], today)).get(letter.unitId) ?? '',
    steps: await stepsOf(tx, id),
    assignments,
    files,
    replies: await repliesTo(tx, id),
    keeps,
    heirId: isTakenOver(actor, letter.unitId) ? await livingUnit(tx, letter.unitId, today) : null,
    holds,
    mine: assignments.filter((one) => one.state === 'open' && (one.personId === actor.id || (one.unitId !== null && keepsRegister(tx, one.unitId)))),
    mayTakeBack: letter.state === 'proposed' && letter.sentBy === actor.id && letter.openedAt === null,
    seats: chooses ? await proposalSeats(tx, letter.unitId, today) : [],
    choices: chooses ? await assigneeChoices(tx, letter.unitId, today) : { units: [], people: [] },
    phrases: chooses ? await readSetting(tx, usualPhrases) : [],
    proposed: proposeFacts(files.map((file) => file.readText).join('\n')),
    drawsPages: await canDrawPages(),
    openings: keeps ? await readAccessLog(tx, { record: { type: receivedType, id }, limit: 30 }) : [],
  });
}
