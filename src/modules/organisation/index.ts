/** The public door of the module: the only file that other modules may import. Days are legal days, `YYYY-MM-DD`. */
import type { Authority } from '../../platform/access/actor.ts';
import type { ReadTx } from '../../platform/db/database.ts';
import { authorityFor as askAuthority } from './store/authority.ts';

export { actorForPerson, identify } from './sign-in/identify.ts';
export { confirmOwnPassword } from './sign-in/confirm-password.ts';
export { contactsOf, type Contact } from './store/contacts.ts';
export { identifyToken, newApiToken } from './sign-in/api-tokens.ts';
export { createFirstAdministrator } from './sign-in/first-administrator.ts';
export { demoAccounts, demoPassword, type DemoAccount } from './demo/accounts.ts';
export { permissionsOfRole, roleNames, roleTable as rolePermissions, type GrantedRole, type RoleTable } from './domain/roles.ts';
export { parseCode, printedCode, unitKindNames, unitLabel, type Unit, type UnitKind } from './domain/units.ts';
export { peopleInRole } from './store/role-holders.ts';
export { answersFor } from './store/successions.ts';
export { findUnits, letterCodeOn, letterCodes, unitById, unitsActiveOn, unitsByAbbreviation, unitSubtree, type AbbreviationMatch } from './store/units.ts';
export type { Committee } from './domain/committees.ts';
export type { Person } from './domain/people.ts';
export type { Position } from './domain/positions.ts';
export { holdingsOf, listPeople, peopleOf, personById, personLabel, personName, type HoldingRow, type PersonRow } from './store/people.ts';
export { positionById, seatsOn, type SeatRow } from './store/positions.ts';
export { clerksOfUnit, headOfUnit, headPositionOf, holdersOf, positionHolder, type Holder } from './store/authority.ts';
export { actingById, listActing, type ActingRow } from './store/acting.ts';
export { actingLine, actingNames, type ActingKind } from './domain/acting.ts';
export { addCommittee, addMember as addCommitteeMember, committeeById, committeeMembers, committeesOf, committeesOfOrderNumber, committeesOfOrders, committeesOn, membersOfCommittee, type CommitteeInput, type CommitteeSeat, type OrderCommittee } from './store/committees.ts';
export { changeCommittee, makeCommittee, onOrders, type ChangedCommittee, type MakingOrder, type NewCommittee, type NewSeat } from './committee-orders.ts';
export { committeeKinds, type CommitteeKind } from './domain/committees.ts';
export { committeeKindNames, committeeRoleNames } from './domain/committee-words.ts';
export { committeeRoles, quorum, quorumWords, seatsNeeded, type CommitteeRole, type Quorum, type QuorumRule, type SeatAttendance } from './domain/quorum.ts';
export { officeCalendar, officeDays, type OfficeDay } from './store/calendar.ts';
export { partyNames, type PartyName } from './store/parties.ts';
export { actorOfLogin, bringIn, takeOut, verdictLine } from './import/desk.ts';
export { tableFormats, verdictNames } from './import/export.ts';
export { findKind as findTableKind } from './import/kinds.ts';
export { tableKinds } from './domain/tables/rows.ts';
export { onHandOver, type HandOver, type HandOverSource } from './hand-over.ts';
export { onHolderChange, type HolderChangeSource } from './holder-change.ts';

/** As a result with words: for signing and deciding, where the refusal is shown. */
export { authorityFor as requireAuthority } from './store/authority.ts';

/**
 * The authority of a person in the name of a position on a day, or undefined: own post, acting with its dates, or
 * delegation. `words` is what is printed under the signature. Ask when it is used, keep the answer (design rule 11).
 */
export async function authorityFor(tx: ReadTx, personId: number, positionId: number, day: string): Promise<Authority | undefined> {
  const answer = await askAuthority(tx, personId, positionId, day);
  return answer.ok ? answer.value : undefined;
}
