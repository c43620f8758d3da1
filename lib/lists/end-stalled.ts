import { minute, second } from '@/lib/core/time';

/** How long a reader may leave what it was given, and how long all of it may take. */
export type ReaderLimits = { idleMs: number; wholeMs: number };

export const readerLimits: ReaderLimits = { idleMs: 30 * second, wholeMs: 30 * minute };

/**
 * The same lines, whose reader must go on taking them: one that stalls, or is slower than any line is, gives its place to others.
 * Whoever asks for more after that gets an error, so that no file looks whole that is not.
 */
export async function* endStalled<T>(
  lines: AsyncGenerator<T, void>,
  { idleMs, wholeMs }: ReaderLimits,
): AsyncGenerator<T, void> {
  const until = Date.now() + wholeMs;
  let stalled = false;
  try {
    for (;;) {
      const { done, value } = await lines.next();
      if (done) return;
      const left = Math.max(0, Math.min(idleMs, until - Date.now()));
      const timer = setTimeout(() => {
        stalled = true;
        void lines.return();
      }, left);
      try {
        yield value;
      } finally {
        clearTimeout(timer);
      }
      if (stalled) throw new Error('the reader took too long');
    }
  } finally {
    await lines.return();
  }
}
