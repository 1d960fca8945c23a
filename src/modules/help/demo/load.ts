import type { DemoContext } from '../../../platform/module.ts';
import { addTopic } from '../store/topics.ts';
import { demoTopics } from './content.ts';

/** Help for the screens that are used most. */
export async function demo({ tx, services, at }: DemoContext): Promise<void> {
  at(new Date('2020-10-30T11:00:00+07:00'));
  for (const [screen, titleTh, titleEn, textTh, textEn] of demoTopics) {
    await addTopic(tx, { screen, ordinal: 1, titleTh, titleEn, textTh: textTh.join('\n'), textEn: textEn.join('\n'), fileId: null, clipId: null, captionsId: null }, services.clock.now());
  }
}
