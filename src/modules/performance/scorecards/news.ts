import type { NewsKind } from '../../../platform/notify/news-kind.ts';
import { messages } from './messages.ts';

/** Agreements to sign, receipts asked for, lines that cannot be done. */
export const scorecardNews: NewsKind = { key: 'performance.scorecards', title: messages.words('newsKind'), about: messages.words('newsAbout'), usual: { mail: 'digest', line: 'off' } };
