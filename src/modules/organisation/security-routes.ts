import { enterCodeAction, useRecoveryCodeAction } from './features/enter-code/action.ts';
import { enterCodePage } from './features/enter-code/page.tsx';
import { confirmSecondFactorAction, keptRecoveryCodesAction, prepareSecondFactorAction, renewRecoveryCodesAction, turnOffSecondFactorAction } from './features/keep-second-factor/action.ts';
import { recoveryCodesPage } from './features/keep-second-factor/codes-page.tsx';
import { secondFactorPage } from './features/keep-second-factor/page.tsx';
import { proveAction } from './features/prove-identity/action.ts';
import { provePage } from './features/prove-identity/page.tsx';
import { approveRemovalAction, cancelRemovalAction, startRemovalAction, stopOwnRemovalAction } from './features/remove-factor/action.ts';
import { removalPage } from './features/remove-factor/page.tsx';
import { securityPage, signInHistoryPage } from './features/show-security/page.tsx';

/** Second factors: asked for at the sign-in, kept by their owner, removed by two administrators; and the history. */
export const securityRoutes = [
  enterCodePage, enterCodeAction, useRecoveryCodeAction,
  securityPage, signInHistoryPage, stopOwnRemovalAction,
  secondFactorPage, prepareSecondFactorAction, confirmSecondFactorAction, turnOffSecondFactorAction,
  provePage, proveAction,
  recoveryCodesPage, renewRecoveryCodesAction, keptRecoveryCodesAction,
  removalPage, startRemovalAction, approveRemovalAction, cancelRemovalAction,
];
