/** How long the page's main thread was blocked by its own work, in processor time: what else the machine does adds nothing. */
import type { CDPSession } from '@playwright/test';

type TraceEvent = { name: string; ph: string; pid: number; tid: number; tdur?: number; args?: { name?: string } };

const task = 'ThreadControllerImpl::RunTask';
const mostMs = 50;

/** Begins to watch; what comes back ends it, and answers the milliseconds above fifty of each task. */
export async function watchThread(session: CDPSession): Promise<() => Promise<number>> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const traceConfig = { includedCategories: ['toplevel', '__metadata'], excludedCategories: ['*'] };
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    return blocked(events);
  };
}

// An empty window that was open before has a thread of the same name, which does next to nothing.
function blocked(events: TraceEvent[]): number {
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const times = mains.map(({ pid, tid }) =>
    events
      .filter((each) => each.name === task && each.pid === pid && each.tid === tid)
      .map(({ tdur = 0 }) => tdur / 1000),
  );
  const busiest = times.toSorted((a, b) => sum(b) - sum(a))[0];
  if (!busiest?.length) throw new Error('The browser tells of no work of a page');
  return Math.round(sum(busiest.map((ms) => Math.max(0, ms - mostMs))));
}

const sum = (numbers: number[]): number => numbers.reduce((all, each) => all + each, 0);
