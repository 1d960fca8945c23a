import type { Room } from '../room.ts';
import { acts } from './acts.ts';
import { api } from './api.ts';
import { demo } from './demo/load.ts';
import { addStatedAction, removeStatedAction } from './features/compare-years/actions.ts';
import { comparePage } from './features/compare-years/page.tsx';
import { copyAction } from './features/copy-framework/action.ts';
import { copyPage } from './features/copy-framework/page.tsx';
import { editAction } from './features/edit-framework/action.ts';
import { askCheck } from './features/edit-framework/ask.tsx';
import { editPage } from './features/edit-framework/page.tsx';
import { importAction } from './features/import-framework/action.ts';
import { importPage } from './features/import-framework/page.tsx';
import { bringAction } from './features/list-frameworks/action.ts';
import { listPage } from './features/list-frameworks/page.tsx';
import { deleteAction, fileDownload, useAction } from './features/show-framework/actions.ts';
import { showPage } from './features/show-framework/page.tsx';
import { messages } from './messages.ts';
import { frameworksHref } from './shown.tsx';

/** Frameworks of evaluation: kept by year and agency, edited as drafts, compared across years. */
export const frameworksRoom: Room = {
  routes: [listPage, bringAction, copyPage, copyAction, importPage, importAction, comparePage, addStatedAction, removeStatedAction, showPage, fileDownload, useAction, deleteAction, editPage, editAction, askCheck],
  nav: [{ group: 'performance', order: 60, label: messages.words('nav'), href: frameworksHref, permission: 'performance.read' }],
  acts,
  api,
  recordPages: { 'performance.framework': `${frameworksHref}/:id` },
  demo,
};
