import { houseKey } from '../../../platform/house-key.ts';
import { seal } from '../../../platform/http/seal.ts';
import type { DemoContext } from '../../../platform/module.ts';
import { keyName } from '../jobs.ts';
import { newSecret } from '../signing.ts';
import { addWebhook, setPaused } from '../store/webhooks.ts';

/** One webhook to look at. It is paused and its address is nobody's, so a demo never calls anybody. */
export async function demo({ tx, services }: DemoContext): Promise<void> {
  const secret = seal(houseKey(services.config.dataFolder, keyName), newSecret());
  const id = await addWebhook(tx, { name: 'คลังข้อมูลกลางของกรม (ตัวอย่าง)', url: 'https://data.example/krom', acts: ['correspondence.*', 'assignments.task-created', 'assignments.task-close'] }, secret);
  await setPaused(tx, id, true);
}
