import type { EvidenceSource } from '../../platform/evidence/evidence.ts';
import type { KromModule } from '../../platform/module.ts';
import { onHandOver } from '../organisation/index.ts';
import { acts } from './acts.ts';
import { api } from './api.ts';
import { createTaskAction } from './features/create-task/action.ts';
import { createTaskPage } from './features/create-task/page.tsx';
import { tasksExport, tasksPage } from './features/list-tasks/page.tsx';
import { taskActions } from './features/work-on-task/actions.ts';
import { taskPage } from './features/work-on-task/page.tsx';
import { taskEvidence } from './evidence.ts';
import { taskHandOver } from './hand-over.ts';
import { tasksInbox } from './inbox.ts';
import { jobs } from './jobs.ts';
import { closedOnTime } from './measures.ts';
import { messages } from './messages.ts';
import { dueNews, taskNews } from './news.ts';
import { taskSearch } from './search.ts';
import { personalData } from './store/personal-data.ts';

/**
 * Tasks of the whole house: whatever made them, one owner, one history, one place.
 * @param sources what can be evidence of a task: files, and the records of all modules
 */
export function assignmentsModule(sources: () => readonly EvidenceSource[]): KromModule {
  onHandOver(taskHandOver);
  const page = taskPage(sources);
  return {
    name: 'assignments',
    title: messages.words('tasks.title'),
    permissions: [
      { key: 'assignments.create', words: { th: 'มอบหมายงานโดยตรง', en: 'Give tasks directly' }, roles: ['clerk', 'unit-head', 'secretariat', 'executive'] },
      { key: 'assignments.follow-up', words: { th: 'ติดตามและตรวจรับงาน', en: 'Follow up and accept tasks' }, roles: ['clerk', 'unit-head', 'secretariat'], continues: true },
      { key: 'assignments.read-measures', words: { th: 'ดูตัวเลขของงานที่มอบหมาย', en: 'See the figures of tasks' }, roles: ['unit-head', 'secretariat', 'executive', 'auditor'] },
    ],
    routes: [createTaskPage, createTaskAction, tasksPage, tasksExport, page, ...taskActions(page, sources)],
    nav: [{ group: 'meetings', order: 230, label: messages.words('tasks.title'), href: '/tasks' }],
    acts,
    api,
    inbox: [tasksInbox],
    jobs,
    news: [taskNews, dueNews],
    recordPages: { 'assignments.task': '/tasks/:id' },
    measures: [closedOnTime],
    search: [taskSearch],
    personalData,
    evidence: [taskEvidence],
  };
}
