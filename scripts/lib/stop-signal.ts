/** Ctrl-C and its kin, caught once for a whole script: work in progress ends in order, the database last. */
import { commandLine, parentOf } from './processes';
import { stopAll } from './run-node';

export type StopSignal = { received: boolean; wait: Promise<void> };

export function listenForStop(): StopSignal {
  const stop: StopSignal = { received: false, wait: Promise.resolve() };
  stop.wait = new Promise((resolve) => {
    const receive = () => {
      if (!stop.received) void stopAll();
      stop.received = true;
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, receive);
    if (process.env.npm_lifecycle_event) whenNpmIsGone(receive);
  });
  return stop;
}

// A killed npm does not always tell its script, nor does the shell that npm runs it in.
function whenNpmIsGone(then: () => void): void {
  const parent = process.ppid;
  const shell = commandLine(parent).includes('scripts/run.mjs');
  const grandparent = shell ? parentOf(parent) : 0;
  const timer = setInterval(() => {
    const same = process.ppid === parent && (!grandparent || parentOf(parent) === grandparent);
    if (same) return;
    clearInterval(timer);
    then();
  }, 500);
  timer.unref();
}
