/** Ctrl-C and its kin, caught once for a whole script: work in progress ends in order, the database last. */
import { stopAll } from './run-node';

export type StopSignal = { received: boolean; wait: Promise<void> };

export function listenForStop(): StopSignal {
  const stop: StopSignal = { received: false, wait: Promise.resolve() };
  stop.wait = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (!stop.received) void stopAll();
        stop.received = true;
        resolve();
      });
    }
  });
  return stop;
}
