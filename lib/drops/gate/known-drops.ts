import { listen } from '@/lib/core/listen';
import { log } from '@/lib/core/log';

import { loadTerms, type Terms } from './load-terms';

type Known = { terms: Terms | null; readAt: number; reading?: Promise<void>; again?: NodeJS.Timeout };
type Heard = (terms: Terms) => void;
type Memory = { drops: Map<string, Known>; listeners: Map<string, Set<Heard>>; listening: boolean };

const freshMs = 5_000;
const restMs = 200;
const mostDrops = 500;

// One memory for the whole process, however many copies of this module its bundles hold.
const kept = globalThis as unknown as { milletDrops?: Memory };
const memory: Memory = (kept.milletDrops ??= { drops: new Map(), listeners: new Map(), listening: false });

/** A drop's terms and stock from memory; only the first to ask waits for the database. Null when there is no such drop in public. */
export async function knownDrop(slug: string): Promise<Terms | null> {
  hear();
  const known = memory.drops.get(slug) ?? remember(slug);
  if (known.readAt === 0) await read(slug, known);
  else if (Date.now() - known.readAt > freshMs) void read(slug, known);
  return known.terms;
}

/** Notes what a settled batch left over, before the database's own note comes around. */
export function setRemaining(slug: string, allotmentId: string, remaining: number): void {
  const terms = memory.drops.get(slug)?.terms;
  const allotment = terms?.waves.flatMap((wave) => wave.allotments).find(({ id }) => id === allotmentId);
  if (!terms || !allotment || allotment.remaining === remaining) return;
  allotment.remaining = remaining;
  tell(slug, terms);
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
  const known: Known = { terms: null, readAt: 0 };
  memory.drops.set(slug, known);
  return known;
}

function read(slug: string, known: Known): Promise<void> {
  known.reading ??= loadTerms({ slug })
    .then((terms) => {
      known.terms = terms;
      known.readAt = Date.now();
      if (terms) tell(slug, terms);
    })
    .catch((error: unknown) => {
      if (known.readAt === 0) throw error;
      // What was known stays good enough to answer with: the lock in the database decides.
      known.readAt = Date.now();
      log.warn({ err: error, drop: slug }, 'could not read a drop again');
    })
    .finally(() => (known.reading = undefined));
  return known.reading;
}

// In a rush notes come many times a second: read at most once in a rest, and once more after the last.
function readSoon(slug: string, known: Known): void {
  known.again ??= setTimeout(() => {
    known.again = undefined;
    void (known.reading ?? Promise.resolve()).then(() => read(slug, known)).catch(() => undefined);
  }, Math.max(0, known.readAt + restMs - Date.now()));
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
