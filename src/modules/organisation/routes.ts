import { apiSurface } from '../../platform/http/api-calls.ts';
import type { KromModule, PermissionDefinition } from '../../platform/module.ts';
import { scopesOf } from './domain/api-scopes.ts';
import { peoplePage } from './features/browse-people/page.tsx';
import { personPage } from './features/browse-people/person-page.tsx';
import { unitsPage } from './features/browse-units/page.tsx';
import { unitPage } from './features/browse-units/unit-page.tsx';
import { changePasswordAction } from './features/change-password/action.ts';
import { changePasswordPage } from './features/change-password/page.tsx';
import { addPersonAction, editPersonAction } from './features/edit-person/action.ts';
import { editPersonPage, newPersonPage } from './features/edit-person/page.tsx';
import { addAbbreviationAction, addUnitAction, closeUnitAction, editUnitAction, endAbbreviationAction, moveUnitAction, renameUnitAction, setCodeAction } from './features/edit-unit/action.ts';
import { editUnitPage, newUnitPage } from './features/edit-unit/page.tsx';
import { nameSuccessorAction, removeSuccessorAction } from './features/name-successor/action.ts';
import { closeAccountAction, giveFirstPasswordAction } from './features/keep-account/action.ts';
import { makeTokenAction, revokeMyTokenAction, revokeTokenAction } from './features/keep-api-tokens/action.ts';
import { allTokensPage, myTokensPage } from './features/keep-api-tokens/page.tsx';
import { accountPage } from './features/keep-account/page.tsx';
import { addActingAction, endActingAction } from './features/keep-acting/action.ts';
import { actingListPage, actingPage, newActingPage } from './features/keep-acting/page.tsx';
import { addOfficeDayAction, confirmOfficeDayAction, withdrawOfficeDayAction } from './features/keep-calendar/action.ts';
import { calendarPage } from './features/keep-calendar/page.tsx';
import { addCommitteeAction, addMemberAction, editCommitteeAction, editMemberAction, endCommitteeAction, endMemberAction } from './features/keep-committee/action.ts';
import { editCommitteePage, newCommitteePage } from './features/keep-committee/edit-page.tsx';
import { committeePage, committeesPage } from './features/keep-committee/page.tsx';
import { removeNationalIdAction, setNationalIdAction } from './features/keep-national-id/action.ts';
import { nationalIdPage } from './features/keep-national-id/page.tsx';
import { addPasskeyAction, removePasskeyAction, renamePasskeyAction } from './features/keep-passkeys/action.ts';
import { passkeyChallenge, passkeyPage, passkeysPage } from './features/keep-passkeys/page.tsx';
import { addPositionAction, closePositionAction, editPositionAction } from './features/keep-position/action.ts';
import { newPositionPage, positionPage, positionsPage } from './features/keep-position/page.tsx';
import { addProviderAction, checkProviderAction, editProviderAction } from './features/keep-providers/action.ts';
import { newProviderPage, providerPage, providersPage } from './features/keep-providers/page.tsx';
import { grantRoleAction, revokeRoleAction, rolePermissionAction } from './features/keep-roles/action.ts';
import { rolePermissionsPage } from './features/keep-roles/matrix-page.tsx';
import { newGrantPage, rolesPage } from './features/keep-roles/page.tsx';
import { linkAction, unlinkAction } from './features/link-identity/action.ts';
import { linksPage, unlinkPage } from './features/link-identity/page.tsx';
import { leavePersonAction, movePersonAction } from './features/move-person/action.ts';
import { leavePersonPage, movePersonPage } from './features/move-person/page.tsx';
import { chooseScreenAction, editContactAction, endOtherSessionsAction, endSessionAction } from './features/my-account/action.ts';
import { myAccountPage } from './features/my-account/page.tsx';
import { forgottenPasswordAction, resetPasswordAction } from './features/reset-password/action.ts';
import { forgottenPasswordPage, resetPasswordPage } from './features/reset-password/page.tsx';
import { signInAction } from './features/sign-in/action.ts';
import { signInPage } from './features/sign-in/page.tsx';
import { answerAction, departAction } from './features/sign-in-oidc/action.ts';
import { answerPage, leavePage } from './features/sign-in-oidc/page.tsx';
import { passkeySignInAction, signInChallenge } from './features/sign-in-passkey/action.ts';
import { signOutAction } from './features/sign-out/action.ts';
import { securityRoutes } from './security-routes.ts';
import { tableRoutes } from './table-routes.ts';

/** Every page and action of the module. `all` gives the permissions of the whole house, for the table of roles. */
export function routes(all: () => readonly PermissionDefinition[], modules: () => readonly KromModule[]) {
  const scopes = () => scopesOf(apiSurface(modules()).calls);
  const tokensPage = myTokensPage(scopes);
  const matrix = rolePermissionsPage(all);
  return [
    signInPage, signInAction, signOutAction,
    signInChallenge, passkeySignInAction, departAction, leavePage, answerPage, answerAction,
    passkeysPage, passkeyChallenge, addPasskeyAction, passkeyPage, renamePasskeyAction, removePasskeyAction, linksPage, linkAction, unlinkPage, unlinkAction,
    providersPage, newProviderPage, addProviderAction, providerPage, editProviderAction, checkProviderAction, nationalIdPage, setNationalIdAction, removeNationalIdAction,
    changePasswordPage, changePasswordAction,
    forgottenPasswordPage, forgottenPasswordAction, resetPasswordPage, resetPasswordAction,
    ...securityRoutes,
    myAccountPage, editContactAction, chooseScreenAction, endSessionAction, endOtherSessionsAction,
    tokensPage, makeTokenAction(scopes, tokensPage), revokeMyTokenAction(tokensPage), allTokensPage, revokeTokenAction,
    unitsPage, newUnitPage, addUnitAction, unitPage, editUnitPage,
    renameUnitAction, addAbbreviationAction, endAbbreviationAction, setCodeAction, moveUnitAction, editUnitAction, closeUnitAction, nameSuccessorAction, removeSuccessorAction,
    peoplePage, newPersonPage, addPersonAction, personPage, editPersonPage, editPersonAction,
    movePersonPage, movePersonAction, leavePersonPage, leavePersonAction,
    accountPage, giveFirstPasswordAction, closeAccountAction,
    positionsPage, newPositionPage, addPositionAction, positionPage, editPositionAction, closePositionAction,
    actingListPage, newActingPage, addActingAction, actingPage, endActingAction,
    committeesPage, newCommitteePage, addCommitteeAction, committeePage, editCommitteePage, editCommitteeAction,
    addMemberAction, editMemberAction, endMemberAction, endCommitteeAction,
    rolesPage, newGrantPage, grantRoleAction, revokeRoleAction, matrix, rolePermissionAction(all, matrix),
    calendarPage, addOfficeDayAction, withdrawOfficeDayAction, confirmOfficeDayAction,
    ...tableRoutes,
  ];
}
