import type { NewsKind } from '../../../platform/notify/news-kind.ts';
import { m } from './messages.ts';

/** Certificates: asked for, come, revoked, ending. */
export const certificateNews: NewsKind = { key: 'signatures.certificates', title: m.words('news'), about: m.words('newsAbout'), usual: { mail: 'now', line: 'off' } };
