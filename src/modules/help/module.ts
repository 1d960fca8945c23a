import type { KromModule } from '../../platform/module.ts';
import { acts } from './acts.ts';
import { api } from './api.ts';
import { demo } from './demo/load.ts';
import { helpCaptions, helpClip, helpFile, helpPage } from './features/show-help/page.tsx';
import { changeHelpAction, withdrawHelpAction, writeHelpAction } from './features/write-help/actions.ts';
import { editHelpPage, writeHelpPage } from './features/write-help/page.tsx';
import { messages } from './messages.ts';

/** A help place on every screen: what it is for and how its tasks are done. */
export const helpModule: KromModule = {
  name: 'help',
  title: messages.words('module'),
  permissions: [{ key: 'help.write', words: messages.words('mayWrite'), roles: ['secretariat', 'system-admin'] }],
  routes: [helpPage, writeHelpPage, writeHelpAction, editHelpPage, changeHelpAction, withdrawHelpAction, helpFile, helpClip, helpCaptions],
  acts,
  api,
  demo,
};
