import { listen } from '@/lib/core/listen';
import { log } from '@/lib/core/log';
import { steadyClock } from '@/lib/core/time';

import { listHolders } from '../sql';
import { loadTerms, type Terms } from './load-terms';

// Moments here are counts of milliseconds that no correction of the machine's time touches.
type Known = {
  terms: Terms | null;
  readAt: number;
  /** When a batch of this process last changed the stock in memory. */
  changedAt: number;
  /** When the reading began whose holders are known; everyone who was given a unit before is among them. 0: none is known. */
  holdersAt: number;
  holders: Set<string>;
  ledger: Map<string, number>;
  reading?: Promise<void>;
  again?: NodeJS.Timeout;
};
type Heard = (terms: Terms) => void;
type Memory = { drops: Map<string, Known>; listeners: Map<string, Set<Heard>>; listening: boolean };

const freshMs = 5_000;
const restMs = 200;
const mostDrops = 500;

// One memory for the whole process, however many copies of this module its bundles hold.
const kept = globalThis as unknown as { milletDrops?: Memory };
const memory: Memory = (kept.milletDrops ??= { drops: new Map(), listeners: new Map(), listening: false });

/** A drop's terms and stock from memory; only the first to ask waits for the database. Null when there is no such drop in public. */
export function knownDrop(slug: string): Terms | null | Promise<Terms | null> {
  hear();
  const known = memory.drops.get(slug) ?? remember(slug);
  if (known.readAt === 0) return read(slug, known).then(() => known.terms);
  if (performance.now() - known.readAt > freshMs) void read(slug, known);
  return known.terms;
}

/** Whether a member may have been given a unit of a drop: false is certain, true is worth a look into the database. */
export function mayHold(slug: string, memberId: string): boolean {
  const known = memory.drops.get(slug);
  return !known || known.holdersAt <= known.changedAt || known.holders.has(memberId);
}

/** Notes what a settled batch left over, before the database's own note comes around. */
export function setRemaining(slug: string, allotmentId: string, remaining: number): void {
  const known = memory.drops.get(slug);
  const allotment = findAllotment(known, allotmentId);
  if (!known?.terms || !allotment || allotment.remaining === remaining) return;
  allotment.remaining = remaining;
  known.changedAt = performance.now();
  tell(slug, known.terms);
}

/** The units that an allotment has left, as far as this process knows; 0 when it knows nothing of it. */
export function remainingOf(slug: string, allotmentId: string): number {
  return findAllotment(memory.drops.get(slug), allotmentId)?.remaining ?? 0;
}

function findAllotment(known: Known | undefined, allotmentId: string): { remaining: number } | undefined {
  return known?.terms?.waves.flatMap((wave) => wave.allotments).find(({ id }) => id === allotmentId);
}

/** Hears of every change to a drop until the returned function is called. */
export function onChange(slug: string, heard: Heard): () => void {
  const listeners = memory.listeners.get(slug) ?? new Set();
  memory.listeners.set(slug, listeners.add(heard));
  return () => {
    listeners.delete(heard);
    if (listeners.size === 0) memory.listeners.delete(slug);
  };
}

function remember(slug: string): Known {
  const oldest = memory.drops.keys().next().value;
  if (memory.drops.size >= mostDrops && oldest !== undefined) memory.drops.delete(oldest);
  const known: Known = { terms: null, readAt: 0, changedAt: 0, holdersAt: 0, holders: new Set(), ledger: new Map() };
  memory.drops.set(slug, known);
  return known;
}

function read(slug: string, known: Known): Promise<void> {
  const begun = performance.now();
  known.reading ??= loadTerms(slug)
    .then(async (terms) => {
      if (terms && known.changedAt > begun) keepLess(known, terms);
      known.terms = terms;
      if (terms) await followLedger(known, terms, begun);
      known.readAt = performance.now();
      if (terms) tell(slug, terms);
    })
    .catch((error: unknown) => {
      if (known.readAt === 0) throw error;
      // What was known stays good enough to answer with: the lock in the database decides.
      known.readAt = performance.now();
      log.warn({ err: error, drop: slug }, 'could not read a drop again');
    })
    .finally(() => (known.reading = undefined));
  return known.reading;
}

// A batch that was settled while a reading was on its way may know of fewer units than the reading. What it tells too
// little of, the next reading puts right: there is one after the last batch.
function keepLess(known: Known, terms: Terms): void {
  for (const allotment of terms.waves.flatMap((wave) => wave.allotments)) {
    allotment.remaining = Math.min(allotment.remaining, findAllotment(known, allotment.id)?.remaining ?? Infinity);
  }
}

// The ledger is the feed of who was given a unit: only its new rows are read, and none before something has sold out,
// since nobody asks then.
async function followLedger(known: Known, terms: Terms, begun: number): Promise<void> {
  const now = steadyClock();
  const open = terms.waves.filter(({ opensAt }) => opensAt <= now).flatMap(({ allotments }) => allotments);
  if (!open.some(({ remaining }) => remaining === 0)) return void (known.holdersAt = 0);
  for (const { allotmentId, seq, memberId } of await listHolders(open.map(({ id }) => ({ id, seq: known.ledger.get(id) ?? 0 })))) {
    known.holders.add(memberId);
    known.ledger.set(allotmentId, Math.max(seq, known.ledger.get(allotmentId) ?? 0));
  }
  known.holdersAt = begun;
}

// In a rush notes come many times a second: read at most once in a rest, and once more after the last.
function readSoon(slug: string, known: Known): void {
  known.again ??= setTimeout(() => {
    known.again = undefined;
    void (known.reading ?? Promise.resolve()).then(() => read(slug, known)).catch(() => undefined);
  }, Math.max(0, known.readAt + restMs - performance.now()));
}

function tell(slug: string, terms: Terms): void {
  memory.listeners.get(slug)?.forEach((heard) => heard(terms));
}

function hear(): void {
  if (memory.listening) return;
  memory.listening = true;
  listen({ millet_live: (dropId) => noted(dropId) }, () => noted(null));
}

// A drop that was looked for before it was announced is remembered as missing: any note may be its announcement.
function noted(dropId: string | null): void {
  for (const [slug, known] of memory.drops) {
    if (dropId === null || known.terms?.id === dropId || known.terms === null) readSoon(slug, known);
  }
}
