import { log } from '@/lib/core/log';
import { everything } from '@/lib/core/tags';

const everyMs = 2_000;

/** What the thread in front follows of the database, so that it need not be asked at every request. */
export type Followed = {
  /** Reads it anew. Where the database does not answer it stays as it was. */
  refresh(): Promise<void>;
  /** Reads it now and every two seconds, in case no message comes. */
  watch(): Promise<{ stop(): void }>;
  /** Reads it anew where the changed tags tell so. */
  hear(tags: readonly string[]): void;
};

type Following = {
  tag: string;
  /** Reads it and takes what was read. */
  read: () => Promise<void>;
  /** What it is, as the log says it when it cannot be read. */
  what: string;
};

/** Follows what is read under a tag. */
export function follow({ tag, read, what }: Following): Followed {
  const refresh = () => read().catch((error: unknown) => log.warn({ err: error }, `cannot read ${what}`));
  return {
    refresh,
    async watch() {
      await refresh();
      const timer = setInterval(() => void refresh(), everyMs);
      timer.unref();
      return { stop: () => clearInterval(timer) };
    },
    hear(tags) {
      if (tags.includes(tag) || tags.includes(everything)) void refresh();
    },
  };
}
