import type { NewsKind } from '../../../platform/notify/news-kind.ts';
import { messages } from './messages.ts';

/** Rounds opened, results sent, returned, checked, confirmed. */
export const collectingNews: NewsKind = { key: 'performance.collecting', title: messages.words('newsKind'), about: messages.words('newsAbout'), usual: { mail: 'digest', line: 'off' } };

/** Due days of rounds: ahead, on the day, over. */
export const collectingDueNews: NewsKind = { key: 'performance.collecting-due', title: messages.words('dueKind'), about: messages.words('dueAbout'), usual: { mail: 'now', line: 'now' } };
