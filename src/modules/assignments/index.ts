/** The public door of the module: the only file that other modules may import. */
export { layDoneTask, type DemoResult } from './demo/done-task.ts';
export type { DueEvent } from './domain/due.ts';
export { reminderKinds, reminderMoments, stillTrue, type ReminderKind } from './domain/reminders.ts';
export { noteCommitteeMeeting, type CommitteeMeeting } from './store/committee-meetings.ts';
export { createTask, type NewTask, type TaskSource, type When } from './store/create-task.ts';
export { cancelTaskFromSource, tasksOfSource, type SourceTask } from './store/tasks-of-source.ts';
export { dueWords } from './task-words.ts';
