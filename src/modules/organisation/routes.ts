import { changePasswordAction } from './features/change-password/action.ts';
import { changePasswordPage } from './features/change-password/page.tsx';
import { chooseScreenAction, editContactAction, endOtherSessionsAction, endSessionAction } from './features/my-account/action.ts';
import { myAccountPage } from './features/my-account/page.tsx';
import { forgottenPasswordAction, resetPasswordAction } from './features/reset-password/action.ts';
import { forgottenPasswordPage, resetPasswordPage } from './features/reset-password/page.tsx';
import { signInAction } from './features/sign-in/action.ts';
import { signInPage } from './features/sign-in/page.tsx';
import { signOutAction } from './features/sign-out/action.ts';

/** Every page and action of the module. */
export const routes = [
  signInPage, signInAction, signOutAction,
  changePasswordPage, changePasswordAction,
  forgottenPasswordPage, forgottenPasswordAction, resetPasswordPage, resetPasswordAction,
  myAccountPage, editContactAction, chooseScreenAction, endSessionAction, endOtherSessionsAction,
];
