/** The one script of Krom: everything works without it; with it things go faster. Bundled by esbuild, no eval, no inline style elements. */
import { settleHead } from './quiet-turbo.ts';
import { config } from '@hotwired/turbo';
import { startAutosave } from './autosave.ts';
import { startBody } from './body.ts';
import { startCombobox } from './combobox.ts';
import { startDrafts } from './drafts.ts';
import { startGuard } from './guard.ts';
import { startKeys } from './keys.ts';
import { startLint } from './lint.ts';
import { startLines } from './lines.ts';
import { startLive } from './live.ts';
import { startGoingOn, startPasskeys } from './passkeys.ts';
import { startPreview } from './preview.ts';
import { watch } from './ready.ts';
import { startSlides } from './slide.ts';
import { startCopy, startDialogs, startFields, startMenus, startParts, startSelection, startTidy } from './small.ts';
import { startTheme } from './theme.ts';
import { startUpload } from './upload.ts';

settleHead();
// never show Turbo's own bar: the longest delay a timer takes
config.drive.progressBarDelay = 2 ** 31 - 1;

document.documentElement.dataset['js'] = '';
// the html element of the next page is not put in place by Turbo; its settings are carried over here
document.addEventListener('turbo:before-render', (event) => {
  const next = (event as CustomEvent<{ newBody: HTMLElement }>).detail.newBody.ownerDocument.documentElement;
  for (const name of ['theme', 'keys', 'person']) {
    const value = next === document.documentElement ? document.documentElement.dataset[name] : next.dataset[name];
    if (value === undefined) delete document.documentElement.dataset[name];
    else document.documentElement.dataset[name] = value;
  }
});

startTheme();
startUpload();
startBody();
startDrafts();
startAutosave();
startGuard();
startKeys();
startLines();
startLint();
startLive();
startPasskeys();
startGoingOn();
startPreview();
startCombobox();
startCopy();
startDialogs();
startFields();
startMenus();
startParts();
startSelection();
startSlides();
startTidy();
watch();
