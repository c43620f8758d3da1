import pg from 'pg';

import { env } from './env';
import { log } from './log';

/** Channel on which every process hears, by their id, whose sessions were ended. */
export const sessionsChannel = 'millet_sessions';

type Heard = (payload: string) => void;
export type Listener = { stop(): Promise<void> };

/**
 * Listens on PostgreSQL channels with one connection of its own and comes back after every loss.
 * `again` runs after each return, since notes may have been missed meanwhile.
 */
export function listen(channels: Record<string, Heard>, again: () => void = () => undefined): Listener {
  let stopped = false;
  let client: pg.Client | undefined;

  async function connect(first: boolean): Promise<void> {
    if (stopped) return;
    client = new pg.Client({ connectionString: env.DATABASE_URL, keepAlive: true });
    client.on('error', () => void client?.end().catch(() => undefined));
    client.on('end', () => void setTimeout(() => void connect(false), 500).unref());
    client.on('notification', ({ channel, payload }) => channels[channel]?.(payload ?? ''));
    try {
      await client.connect();
      for (const channel of Object.keys(channels)) await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
      if (!first) again();
    } catch (error) {
      log.warn({ err: error }, 'cannot listen to the database; trying again');
      await client.end().catch(() => undefined);
    }
  }

  void connect(true);
  return {
    stop: async () => {
      stopped = true;
      await client?.end().catch(() => undefined);
    },
  };
}
