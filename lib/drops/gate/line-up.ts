import { bounded, type Bounded } from '@/lib/core/bounded';
import { batched } from '@/lib/core/batching';
import { minute, steadyClock } from '@/lib/core/time';

import { enterBatch, findHolds, settleBatch, type Arrival, type Entered, type Settled } from '../sql';
import { remainingOf, setRemaining } from './known-drops';
import { broadcastDropChange } from './broadcast-drop-change';

// A queued claim is an identity and a digest of known length.
const options = { waitMs: 3, most: 250, longest: 20_000, bytesOf: () => 512 };
// `batched` bounds each queue; a queue that got no call for `ttl` is empty.
const mostLines = { count: 1_000, bytes: 2 * 1024 * 1024, ttl: 10 * minute, sizeOf: () => 1_000 };

const lines = bounded<(arrival: Arrival) => Promise<Settled>>({
  ...mostLines,
  name: 'claim queues',
  holds: 'The queue of claims for each allotment.',
});
const [mostSettled, mostTogether] = [66, 3];

/** Queues a member's claim on an allotment and answers its outcome, which is committed by then. */
export function lineUp(
  { id, slug }: { id: string; slug: string },
  allotmentId: string,
  arrival: Arrival,
): Promise<Settled> {
  return keep(lines, allotmentId, () => {
    // While the stock covers three full batches, a batch that overtakes another takes no unit from it, so up to three run
    // at once and wait for the stock row's lock. The bound is doubled, since the stock that this process knows may have
    // been read before those batches began.
    const atOnce = () => (remainingOf(slug, allotmentId) >= 2 * mostTogether * mostSettled ? mostTogether : 1);
    return batched((arrivals: Arrival[]) => settle({ id, slug }, allotmentId, arrivals), {
      ...options,
      most: mostSettled,
      atOnce,
    });
  })(arrival);
}

async function settle(
  { id, slug }: { id: string; slug: string },
  allotmentId: string,
  arrivals: Arrival[],
): Promise<Settled[]> {
  const settled = await twiceAtMost(() => settleBatch(allotmentId, arrivals, steadyClock()));
  if (settled[0]) setRemaining(slug, allotmentId, settled[0].remaining);
  if (settled.some(({ outcome }) => outcome === 'granted')) broadcastDropChange(id);
  if (arrivals.every(({ memberId }, at) => settled[at]?.memberId === memberId)) return settled;
  const found = byMember(settled);
  const seen = new Set<string>();
  return arrivals.map(({ memberId }) => {
    const each = found.get(memberId);
    if (!each) throw new Error('a claim was not settled');
    const again = seen.has(memberId);
    seen.add(memberId);
    return again && each.outcome === 'granted' ? { ...each, outcome: 'existing' } : each;
  });
}

export type Entrant = Arrival & { allotmentId: string };

const books = bounded<(entrant: Entrant) => Promise<Entered>>({
  ...mostLines,
  name: 'lines for entries',
  holds: 'The line for each draw.',
});

/** Records a member's entry for a wave whose units are given by rank; committed when it answers. */
export function enter(waveId: string, entrant: Entrant): Promise<Entered> {
  return keep(books, waveId, () =>
    batched(async (entrants: Entrant[]) => {
      const found = byMember(await twiceAtMost(() => enterBatch(waveId, entrants, steadyClock())));
      return entrants.map(({ memberId }) => found.get(memberId)!);
    }, options),
  )(entrant);
}

const holders = bounded<(memberId: string) => Promise<Settled | undefined>>({
  ...mostLines,
  name: 'lines for holds',
  holds: 'The line of those who ask for the unit that they have, for each drop.',
});

/** The unit that a member already has of a drop, so that a repeated claim gets the same answer. */
export function findHold(dropId: string, memberId: string): Promise<Settled | undefined> {
  return keep(holders, dropId, () =>
    batched(async (members: string[]) => {
      const found = byMember(await findHolds(dropId, [...new Set(members)], steadyClock()));
      return members.map((member) => found.get(member));
    }, options),
  )(memberId);
}

function byMember<R extends { memberId: string }>(rows: R[]): Map<string, R> {
  return new Map(rows.map((row) => [row.memberId, row]));
}

function keep<V>(map: Bounded<V>, key: string, make: () => V): V {
  const found = map.get(key);
  if (found) return found;
  const made = make();
  map.set(key, made);
  return made;
}

// Two batches of one drop can deadlock on each other's members: PostgreSQL aborts one, which is retried.
function twiceAtMost<R>(run: () => Promise<R>): Promise<R> {
  return run().catch((error: unknown) => {
    if (!['40P01', '40001'].includes((error as { code?: string }).code ?? '')) throw error;
    return run();
  });
}
