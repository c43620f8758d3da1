import { clock } from '@/lib/core/time';

import { findHolds, settleBatch, type Settled } from '../sql';
import { gather, type Gathered } from './gather';
import { setRemaining } from './known-drops';

const options = { waitMs: 3, most: 250, longest: 20_000 };
const lines = new Map<string, (memberId: string) => Promise<Gathered<Settled>>>();

/** Puts a member into the line for an allotment and answers what became of them, durable in the database. */
export async function lineUp(slug: string, allotmentId: string, memberId: string): Promise<Settled> {
  const line = keep(lines, allotmentId, () => gather((members) => settle(slug, allotmentId, members), options));
  const { value, first } = await line(memberId);
  if (!value) throw new Error('a claim was not settled');
  return value.outcome === 'granted' && !first ? { ...value, outcome: 'existing' } : value;
}

async function settle(slug: string, allotmentId: string, members: string[]): Promise<Map<string, Settled>> {
  const settled = await settleBatch(allotmentId, members, clock()).catch((error: unknown) => {
    if (!isDeadlock(error)) throw error;
    return settleBatch(allotmentId, members, clock());
  });
  if (settled[0]) setRemaining(slug, allotmentId, settled[0].remaining);
  return new Map(settled.map((each) => [each.memberId, each]));
}

const holders = new Map<string, (memberId: string) => Promise<Gathered<Settled>>>();
const unlucky = { since: 0, members: new Set<string>() };
const forgetMs = 5_000;
const mostUnlucky = 200_000;

/** The unit a member already has of a drop that is sold out, so that asking again never loses a place. */
export async function findHold(dropId: string, memberId: string): Promise<Settled | undefined> {
  const key = `${dropId} ${memberId}`;
  if (Date.now() - unlucky.since > forgetMs || unlucky.members.size > mostUnlucky) {
    unlucky.members.clear();
    unlucky.since = Date.now();
  }
  if (unlucky.members.has(key)) return undefined;
  const look = keep(holders, dropId, () =>
    gather(async (members) => new Map((await findHolds(dropId, members, clock())).map((each) => [each.memberId, each])), options));
  const { value } = await look(memberId);
  if (!value) unlucky.members.add(key);
  return value;
}

const mostLines = 1_000;

function keep<V>(map: Map<string, V>, key: string, make: () => V): V {
  const found = map.get(key);
  if (found) return found;
  if (map.size >= mostLines) map.clear();
  const made = make();
  map.set(key, made);
  return made;
}

function isDeadlock(error: unknown): boolean {
  return ['40P01', '40001'].includes((error as { code?: string }).code ?? '');
}
