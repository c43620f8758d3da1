import type { EventName } from '@/lib/core/events';
import type { Reaction } from '@/lib/core/worker-part';
import { workerParts } from '@/lib/domains-worker';

type Gathered = Record<string, Record<string, Reaction>>;

/** All reactions by event and name; two of one name for one event are a mistake. */
export const reactions: Gathered = collect();

function collect(): Gathered {
  const all: Record<string, Record<string, Reaction>> = {};
  for (const part of workerParts) {
    for (const [event, named] of Object.entries(part.reactions ?? {})) {
      const known = (all[event as EventName] ??= {});
      for (const [name, reaction] of Object.entries(named)) {
        if (known[name]) throw new Error(`${event} has two reactions named ${name}`);
        known[name] = reaction as unknown as Reaction;
      }
    }
  }
  return all;
}
