// Every measure on its screen: the value, and as many records as it counts.
import { describe, expect, it } from 'vitest';
import { useApp } from '../../../../../tests/support/app.ts';
import { modules } from '../../../../modules.ts';

const test = useApp();
const measures = modules.flatMap((module) => module.measures ?? []);

describe('measures', () => {
  it('stand in one list, each leading to the records behind it', async () => {
    const head = await test.as('head.kpr');
    const list = await head.get('/measures?year=2563');
    expect(list.statusCode).toBe(200);
    for (const { name } of measures) expect(list.body).toContain(`/measures/${name}?year=2563`);
  });

  it.each(measures.map(({ name }) => name))('%s: screen and file say the same', async (name) => {
    const head = await test.as('head.kpr');
    const [page, file] = [await head.get(`/measures/${name}?year=2563`), await head.get(`/measures/${name}/records.csv?year=2563`)];
    expect([page.statusCode, file.statusCode]).toEqual([200, 200]);
    const counted = file.body.trim().split('\r\n').slice(1).reduce((sum, line) => sum + Number(/,([\d.]+)$/.exec(line)?.[1] ?? 0), 0);
    const shown = /<strong>([\d,.]+)<\/strong>/.exec(page.body.slice(page.body.indexOf('<main')))?.[1]?.replaceAll(',', '');
    expect(shown ?? '0').toBe(String(counted));
  });

  it('that are not mine do not exist', async () => {
    expect((await (await test.as('head.kpr')).get('/measures/meetings.nothing')).statusCode).toBe(404);
    expect((await test.anybody().get('/measures')).headers['location']).toContain('/sign-in');
  });
});
