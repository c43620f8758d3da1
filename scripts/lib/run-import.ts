import { prepare } from './prepare';
import { ended, start, type Variables } from './run-node';
import { listenForStop } from './stop-signal';

type How = {
  bare?: boolean;
  /** What it reads from its input. */ input?: string;
  /** What it alone finds in its environment. */ variables?: Variables;
};

/** An import in a process of its own, once its database is ready: `ENTRY WORD…`, stopped by Ctrl-C like any other. */
export async function runImport(
  script: string,
  words: string[],
  { bare = false, input, variables }: How = {},
): Promise<number> {
  const stop = listenForStop();
  const prepared = await prepare({ bare });
  try {
    if (stop.received) return 130;
    const status = await ended(start({ script, words, input, variables }));
    return stop.received ? 130 : status;
  } finally {
    await prepared.release();
  }
}
