import { prepare } from './prepare';
import { ended, start } from './run-node';
import { listenForStop } from './stop-signal';

type How = { bare?: boolean; /** What it reads from its input. */ input?: string };

/** An import in a process of its own, once its database is ready: `ENTRY WORD…`, stopped by Ctrl-C like any other. */
export async function runImport(script: string, words: string[], { bare = false, input }: How = {}): Promise<number> {
  const stop = listenForStop();
  const prepared = await prepare({ bare });
  try {
    if (stop.received) return 130;
    const status = await ended(start({ script, words, input }));
    return stop.received ? 130 : status;
  } finally {
    await prepared.release();
  }
}

/** A program that needs no database, stopped by Ctrl-C in the same way. */
export async function runReading(script: string, words: string[]): Promise<number> {
  const stop = listenForStop();
  const status = await ended(start({ script, words }));
  return stop.received ? 130 : status;
}
