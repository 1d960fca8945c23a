import type { Room } from '../room.ts';
import { acts } from './acts.ts';
import { api } from './api.ts';
import { demo } from './demo/load.ts';
import { askAction, decideAction, withdrawAction } from './features/ask-change/actions.ts';
import { changesPage, newChangePage } from './features/ask-change/ask-page.tsx';
import { changePage } from './features/ask-change/pages.tsx';
import { countingAction, countingPage } from './features/choose-authority/page.tsx';
import { addDayAction, changeDayAction, copyCalendarAction, withdrawDayAction } from './features/keep-calendar/actions.ts';
import { calendarFile, calendarPage, editDayPage, newDayPage } from './features/keep-calendar/pages.tsx';
import { addQuestionAction, decideQuestionAction, withdrawQuestionAction } from './features/keep-questions/actions.ts';
import { newQuestionPage, questionPage, questionsPage } from './features/keep-questions/pages.tsx';
import { linkAction, planAction, yearsPage } from './features/link-years/page.tsx';
import { wordAction } from './features/record-word/action.ts';
import { wordPage } from './features/record-word/page.tsx';
import { boardPage, boardXlsx, newestBoardPage } from './features/show-board/page.tsx';
import { storyPage } from './features/show-story/page.tsx';
import { targetsInbox } from './inbox.ts';
import { messages } from './messages.ts';
import { targetNews } from './news.ts';

/** Targets of two authorities with their story, open questions, requests to change, the calendar, the years of an indicator. */
export const targetsRoom: Room = {
  routes: [newestBoardPage, boardPage, boardXlsx, storyPage, wordPage, wordAction, countingPage, countingAction, yearsPage, linkAction, planAction,
    questionsPage, newQuestionPage, addQuestionAction, questionPage, decideQuestionAction, withdrawQuestionAction,
    changesPage, newChangePage, askAction, changePage, decideAction, withdrawAction,
    calendarPage, calendarFile, newDayPage, addDayAction, editDayPage, changeDayAction, withdrawDayAction, copyCalendarAction],
  nav: [{ group: 'performance', order: 30, label: messages.words('nav'), href: '/performance/targets', covers: /^\/performance\/\d+\/(?:targets|questions|changes|calendar)\b/u, permission: 'performance.read' }],
  acts,
  api,
  news: [targetNews],
  inbox: [targetsInbox],
  recordPages: {},
  demo,
};
