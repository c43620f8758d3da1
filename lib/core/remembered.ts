import { bounded, type Bound } from './bounded';
import { second } from './time';

type What<T> = Pick<Bound<T>, 'name' | 'holds' | 'bytes'> & {
  /** Kinds of it at most; one, where there is only one. */
  count?: number;
  sizeOf?: (value: T) => number;
  /** In milliseconds; four seconds, unless told otherwise. */
  ttl?: number;
  /** Whether what was read is worth keeping; where it is not, the next question reads again. */
  keeps?: (value: T) => boolean;
};

/** What was read last, by its key where there are several. */
export type Remembered<T> = {
  get(read: () => Promise<T>, key?: string): Promise<T>;
  /** Reads it anew at the next question: this process has just changed it. */
  forget(key?: string): void;
  /** The same for all of it. */
  clear(): void;
};

/**
 * Remembers something small, for four seconds where nothing else is said: with that, every process has what was changed within five seconds, and most questions take
 * no statement.
 */
export function remembered<T extends object>({ count = 1, ttl = 4 * second, keeps, ...what }: What<T>): Remembered<T> {
  const kept = bounded<T>({ sizeOf: (value) => 2 * JSON.stringify(value).length, ...what, count, ttl });
  return {
    get: async (read, key = 'current') => {
      const known = kept.get(key);
      if (known) return known;
      const fresh = await read();
      if (!keeps || keeps(fresh)) kept.set(key, fresh);
      return fresh;
    },
    forget: (key = 'current') => void kept.delete(key),
    clear: () => kept.clear(),
  };
}
