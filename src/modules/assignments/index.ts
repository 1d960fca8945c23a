/** The public door of the module: the only file that other modules may import. */
export { createTask, type DueEvent, type NewTask, type TaskSource, type When } from './store/create-task.ts';
export { cancelTaskFromSource, tasksOfSource, type SourceTask } from './store/tasks-of-source.ts';
