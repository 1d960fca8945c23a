import type { NewsKind } from '../../platform/notify/news-kind.ts';
import { messages } from './features/show-unit/messages.ts';

/** Reminders to units that have not moved over. */
export const adoptionNews: NewsKind = { key: 'adoption.reminders', title: messages.words('newsKind'), about: messages.words('newsAbout'), usual: { mail: 'digest', line: 'off' } };
