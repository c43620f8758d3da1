import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

import { pool } from '@/lib/core/db';
import { log } from '@/lib/core/log';
import type { Gauge as Declared } from '@/lib/core/metrics';
import { domainMetrics } from '@/lib/domains-metrics';

import { registerRequests } from './request-metrics';

const connections = { open: () => pool.totalCount, idle: () => pool.idleCount, waiting: () => pool.waitingCount };

/** Everything that operations may watch of this process and of the shop, to be asked for by `metrics()`. */
export function openRegister(declared: readonly Declared[] = domainMetrics): Registry {
  const register = new Registry();
  collectDefaultMetrics({ register });
  registerRequests(register);
  register.registerMetric(
    new Gauge({
      name: 'millet_database_connections',
      help: 'Connections of the fast endpoints: open, idle, and how many requests wait for one.',
      labelNames: ['state'],
      registers: [],
      collect() {
        for (const [state, count] of Object.entries(connections)) this.set({ state }, count());
      },
    }),
  );
  for (const each of declared) register.registerMetric(gaugeOf(each));
  return register;
}

// What cannot be read is left out, and the rest is told all the same: the database may be what is wrong.
function gaugeOf({ name, help, labels, read }: Declared): Gauge {
  return new Gauge({
    name,
    help,
    labelNames: [...labels],
    registers: [],
    async collect() {
      this.reset();
      try {
        for (const { labels: given = {}, value } of await read()) this.set(given, value);
      } catch (error) {
        log.warn({ err: error, metric: name }, 'a metric could not be read');
        this.remove();
      }
    },
  });
}
