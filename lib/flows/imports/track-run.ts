import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { cleanLine, cutTo } from '@/lib/core/fields';
import { log } from '@/lib/core/log';
import { ForumStopped } from '@/lib/import/discourse-api/api-client';
import type { ReportOf } from '@/lib/import/collect-report';
import type { ImportFailure, ImportPhase } from '@/lib/imports/choices';
import { endRun, noteRun } from '@/lib/imports/commands';
import type { ImportHold } from '@/lib/imports/import-lock';
import { ImportFilesGone } from '@/lib/imports/queries/runs';

/** Ends the work of a run that staff have stopped, or that is another process's by now. */
export class ImportStopped extends Error {}

/** How work tells how far it is. Each of these throws ImportStopped as soon as the run is to stop. */
export type Track = {
  /** Begins with something: a file, the members of a forum. What is at it already goes on. */
  at(phase: ImportPhase, subject?: string | null): void;
  step(done: number, total: number): void;
  /** The same as a wait that may be long: it ends early where the run is to stop. */
  pause(ms: number): Promise<void>;
};

const beatMs = 1_000;
const longestTotal = 2_000_000_000;

type Tracked<T> = {
  id: string;
  hold: Pick<ImportHold, 'isLost'>;
  report: ReportOf;
  work: (track: Track) => Promise<T>;
  /** How often it says how far it is, and asks whether to stop. */
  everyMs?: number;
};

/**
 * Does the work of a run, writes down every second how far it is, and in the end what became of it. Throws what the work throws, once that is
 * written down.
 */
export async function trackRun<T extends { failure?: ImportFailure }>(tracked: Tracked<T>): Promise<T> {
  const { id, hold, report, work, everyMs = beatMs } = tracked;
  const now = { phase: null as ImportPhase | null, subject: null as string | null, done: 0, total: 0 };
  let stopped = false;
  const check = () => {
    if (stopped || hold.isLost()) throw new ImportStopped();
  };
  const beat = async () => {
    if (hold.isLost()) return;
    const noted = await transact(noteRun)(system, { id, ...now });
    if (noted === null || noted.stop) stopped = true;
  };
  const heart = startHeart(beat, everyMs);
  const track: Track = {
    at(phase, subject = null) {
      check();
      const name = subject === null ? null : cutTo(cleanLine(subject), 200);
      if (now.phase !== phase || now.subject !== name) Object.assign(now, { phase, subject: name, done: 0, total: 0 });
    },
    step(done, total) {
      check();
      Object.assign(now, { done: Math.min(done, longestTotal), total: Math.min(total, longestTotal) });
    },
    async pause(ms) {
      for (const end = Date.now() + ms; Date.now() < end;) {
        check();
        await new Promise((resolve) => setTimeout(resolve, Math.min(beatMs, end - Date.now())));
      }
    },
  };
  const end = async (state: 'DONE' | 'FAILED' | 'STOPPED', failure?: ImportFailure) => {
    await heart.stop();
    await transact(noteRun)(system, { id, ...now });
    await transact(endRun)(system, { id, state, failure, report: report.end() });
  };
  try {
    const done = await work(track);
    await end(done.failure ? 'FAILED' : 'DONE', done.failure);
    return done;
  } catch (error) {
    // Another process may do it by now; if none does, the schedule finds it silent.
    if (hold.isLost()) await heart.stop();
    else await end(error instanceof ImportStopped ? 'STOPPED' : 'FAILED', failureOf(error));
    throw error;
  }
}

function failureOf(error: unknown): ImportFailure | undefined {
  if (error instanceof ImportStopped) return undefined;
  if (error instanceof ImportFilesGone) return 'files-gone';
  return error instanceof ForumStopped ? error.code : 'failed';
}

// One beat at a time: a database that is slow is not asked more often.
function startHeart(beat: () => Promise<void>, everyMs: number): { stop(): Promise<void> } {
  let over = false;
  let wake = () => {};
  const beating = (async () => {
    while (!over) {
      await beat().catch((error: unknown) => log.warn({ err: error }, 'how far an import is could not be noted'));
      if (over) break;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, everyMs);
        wake = () => (clearTimeout(timer), resolve());
      });
    }
  })();
  return {
    stop: async () => {
      over = true;
      wake();
      await beating;
    },
  };
}
