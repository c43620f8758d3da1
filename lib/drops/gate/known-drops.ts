import { bounded } from '@/lib/core/bounded';
import { Refused } from '@/lib/core/errors';
import { listen, sessionsChannel } from '@/lib/core/listen';
import { log } from '@/lib/core/log';
import { clock, day, hour, minute, second, steadyClock } from '@/lib/core/time';

import { listHolders } from '../sql';
import { endPasses } from './ended-passes';
import { loadTerms, type Terms } from './load-terms';
import { rate } from './rate';
import { limits } from '../limits';

// Times here are monotonic milliseconds: a correction of the system clock does not change them.
type Known = {
  terms: Terms | null;
  readAt: number;
  /** When a batch of this process last changed the stock in memory. */
  changedAt: number;
  /** When the read began that loaded the known holders; every unit granted before it is among them. 0: none is loaded. */
  holdersAt: number;
  holders: Set<string>;
  ledger: Map<string, number>;
  reading?: Promise<void>;
  again?: NodeJS.Timeout;
};
type Heard = (terms: Terms) => void;
type Memory = { last?: { slug: string; known: Known }; announcements: number; listening: boolean };

const freshMs = 5_000;
const restMs = 200;
const longestSlug = 400;
const mostReadings = 100;
const mostHolders = 500_000;

// One cache for the whole thread, however many copies of this module its bundles hold.
const kept = globalThis as unknown as { milletDrops?: Memory };
const memory: Memory = (kept.milletDrops ??= { announcements: 0, listening: false });

const drops = bounded<Known>({
  name: 'drops',
  holds: 'Announced drops that somebody asked for: terms, stock, and who was given a unit.',
  count: 500,
  bytes: 256 * 1024 * 1024,
  ttl: hour,
  sizeOf: sizeOfKnown,
});
// A cache of its own, so that requests for missing drops evict no real one.
const missing = bounded<true>({
  name: 'missing drops',
  holds: 'Addresses under which there is no drop in public.',
  count: 1_000,
  bytes: 512 * 1024,
  ttl: 5 * second,
});
const readings = bounded<Promise<Terms | null>>({
  name: 'drop readings',
  holds: 'First readings of a drop that are on their way.',
  count: mostReadings,
  bytes: 256 * 1024,
  ttl: minute,
  sizeOf: () => 500,
  whenFull: 'refuse',
});
const listeners = bounded<Set<Heard>>({
  name: 'drop listeners',
  holds: 'Live streams that wait for changes of a drop.',
  count: 500,
  bytes: 16 * 1024 * 1024,
  ttl: day,
  sizeOf: ({ size }) => 200 * size,
  whenFull: 'refuse',
});
const byAddress = rate(limits.unknownDrop);

/**
 * A drop's terms and stock from memory; only the first to ask waits for the database. Null when there is no such drop in
 * public. An address that has asked for many drops that were not in memory is refused for a while.
 */
export function knownDrop(slug: string, ip?: string): Terms | null | Promise<Terms | null> {
  hear();
  const known = find(slug);
  if (!known) return missing.has(slug) || slug.length > longestSlug ? null : discover(slug, ip);
  if (performance.now() - known.readAt > freshMs) void read(slug, known);
  return known.terms;
}

// A sale asks for one drop thousands of times a second: the last one is found without a lookup.
function find(slug: string): Known | undefined {
  if (memory.last?.slug === slug) return memory.last.known;
  const known = drops.get(slug);
  if (known) memory.last = { slug, known };
  return known;
}

async function discover(slug: string, ip = ''): Promise<Terms | null> {
  const begun = readings.get(slug);
  if (begun) return begun;
  const wait = readings.size < mostReadings ? byAddress(ip, clock().getTime()) : 1;
  if (wait > 0) throw new Refused('rate-limited', 'Too many drops that are not known', { values: { seconds: wait } });
  return readFirst(slug);
}

function readFirst(slug: string): Promise<Terms | null> {
  const known: Known = { terms: null, readAt: 0, changedAt: 0, holdersAt: 0, holders: new Set(), ledger: new Map() };
  const { announcements } = memory;
  const reading = read(slug, known)
    .then(() => {
      if (!known.terms && announcements === memory.announcements) missing.set(slug, true);
      return known.terms;
    })
    .finally(() => readings.delete(slug));
  readings.set(slug, reading);
  return reading;
}

/** Whether a member may have been given a unit of a drop: false is certain, true is worth a look into the database. */
export function mayHold(slug: string, memberId: string): boolean {
  const known = find(slug);
  return !known || known.holdersAt <= known.changedAt || known.holders.has(memberId);
}

/** Records the stock that a committed batch left, before the database's notification arrives. */
export function setRemaining(slug: string, allotmentId: string, remaining: number): void {
  const known = find(slug);
  const allotment = findAllotment(known, allotmentId);
  if (!known?.terms || !allotment || allotment.remaining === remaining) return;
  allotment.remaining = remaining;
  known.changedAt = performance.now();
  tell(slug, known.terms);
}

/** The units that an allotment has left, as far as this process knows; 0 when it knows nothing of it. */
export function remainingOf(slug: string, allotmentId: string): number {
  return findAllotment(find(slug), allotmentId)?.remaining ?? 0;
}

function findAllotment(known: Known | undefined, allotmentId: string): { remaining: number } | undefined {
  return known?.terms?.waves.flatMap((wave) => wave.allotments).find(({ id }) => id === allotmentId);
}

/** Subscribes to every change of a drop until the returned function is called. */
export function onChange(slug: string, heard: Heard): () => void {
  const all = listeners.get(slug) ?? new Set();
  if (!listeners.set(slug, all.add(heard))) all.delete(heard);
  return () => {
    if (all.delete(heard) && all.size === 0) listeners.delete(slug);
  };
}

function read(slug: string, known: Known): Promise<void> {
  const begun = performance.now();
  known.reading ??= loadTerms(slug)
    .then(async (terms) => {
      if (terms && known.changedAt > begun) keepLess(known, terms);
      known.terms = terms;
      if (terms) await followLedger(known, terms, begun);
      known.readAt = performance.now();
      keep(slug, known);
      if (terms) tell(slug, terms);
    })
    .catch((error: unknown) => {
      if (known.readAt === 0) throw error;
      // The cached state is good enough to answer with: the row lock in the database decides.
      known.readAt = performance.now();
      log.warn({ err: error, drop: slug }, 'could not read a drop again');
    })
    .finally(() => (known.reading = undefined));
  return known.reading;
}

// Written again at each read, since its size grows with its holders and its lifetime with its use.
function keep(slug: string, known: Known): void {
  if (known.terms) return void drops.set(slug, known);
  drops.delete(slug);
  if (memory.last?.slug === slug) memory.last = undefined;
}

function sizeOfKnown({ terms, holders, ledger }: Known): number {
  const parts = terms?.waves.reduce((sum, { allotments }) => sum + 1 + allotments.length, 0) ?? 0;
  return 2_000 + 600 * parts + 100 * (holders.size + ledger.size);
}

// A batch that commits during a read may leave fewer units than the read returns; then the batch's count is kept. If that
// count is too low, the next read corrects it: there is one after the last batch.
function keepLess(known: Known, terms: Terms): void {
  for (const allotment of terms.waves.flatMap((wave) => wave.allotments)) {
    allotment.remaining = Math.min(allotment.remaining, findAllotment(known, allotment.id)?.remaining ?? Infinity);
  }
}

// The ledger lists every grant in order: only its new rows are read, and none before a variant has sold out, since holders
// are not looked up until then. Above the bound of holders in memory the database is asked each time.
async function followLedger(known: Known, terms: Terms, begun: number): Promise<void> {
  const now = steadyClock();
  const open = terms.waves.filter(({ opensAt }) => opensAt <= now).flatMap(({ allotments }) => allotments);
  if (known.holders.size > mostHolders || !open.some(({ remaining }) => remaining === 0))
    return void (known.holdersAt = 0);
  for (const { allotmentId, seq, memberId } of await listHolders(
    open.map(({ id }) => ({ id, seq: known.ledger.get(id) ?? 0 })),
  )) {
    known.holders.add(memberId);
    known.ledger.set(allotmentId, Math.max(seq, known.ledger.get(allotmentId) ?? 0));
  }
  known.holdersAt = begun;
}

// During a sale notifications arrive many times a second: read at most once per interval, and once after the last.
function readSoon(slug: string, known: Known): void {
  known.again ??= setTimeout(
    () => {
      known.again = undefined;
      void (known.reading ?? Promise.resolve()).then(() => read(slug, known)).catch(() => undefined);
    },
    Math.max(0, known.readAt + restMs - performance.now()),
  );
}

function tell(slug: string, terms: Terms): void {
  const all = listeners.get(slug);
  if (!all) return;
  listeners.set(slug, all);
  all.forEach((heard) => heard(terms));
}

function hear(): void {
  if (memory.listening) return;
  memory.listening = true;
  listen({ millet_live: (dropId) => noted(dropId), [sessionsChannel]: endPasses }, () => noted(null));
}

// A notification of a drop that is not cached may be its announcement: cached misses are read again at the next request.
function noted(dropId: string | null): void {
  const changed = [...drops.entries()].filter(([, { terms }]) => dropId === null || terms?.id === dropId);
  for (const [slug, known] of changed) readSoon(slug, known);
  if (changed.length > 0 && dropId !== null) return;
  memory.announcements += 1;
  missing.clear();
  for (const [slug] of listeners.entries())
    if (!drops.has(slug) && !readings.has(slug)) readFirst(slug).catch(() => undefined);
}
