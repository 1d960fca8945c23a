import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../platform/config.ts';
import type { Drain } from '../platform/http/drain.ts';
import { listenForMetrics } from '../platform/metrics/listener.ts';
import { createMetrics, type Metrics } from '../platform/metrics/metrics.ts';
import type { Services } from '../platform/services.ts';
import type { Stopping } from './stopping.ts';

export const productVersion = (): string => (JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { version: string }).version;

/** Opens the port for Prometheus where one is set; undefined where nobody asked for figures, so that none are kept. */
export async function openMetrics(services: Services, end: Stopping, state: { drain: Drain; ready: () => Promise<boolean> }): Promise<Metrics | undefined> {
  const { metrics: wanted, role } = services.config;
  if (!wanted) return undefined;
  const metrics = createMetrics(services, { version: productVersion(), role });
  services.database.watch(metrics.statement);
  state.drain.on(metrics.draining);
  const listener = await listenForMetrics({ ...wanted, metrics, ready: state.ready });
  end.ends.push(() => listener.close());
  services.log.info({ host: wanted.host, port: listener.port }, 'figures for Prometheus are given');
  return metrics;
}
