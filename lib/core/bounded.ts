import { LRUCache } from 'lru-cache';

export type Bound<V> = {
  /** Name in the register and in docs/operations.md; a second call with the same name in a thread gets the same memory. */
  name: string;
  /** One sentence: what is kept, and for whom. */
  holds: string;
  /** Entries at most. */
  count: number;
  /** Bytes of keys and values together at most, as `sizeOf` estimates them. */
  bytes: number;
  /** Milliseconds after which an entry that was not written again expires. */
  ttl: number;
  /** Bytes of one value; needed where it is neither text, number, boolean nor binary. */
  sizeOf?: (value: V) => number;
  /** What gives way when it is full: the entry that was used least recently, or the newcomer. */
  whenFull?: 'evict' | 'refuse';
};

/** A map by text that never grows past its bounds. */
export type Bounded<V> = {
  readonly bound: Readonly<Bound<V>>;
  readonly size: number;
  /** Bytes held now, keys included. */
  readonly bytes: number;
  get(key: string): V | undefined;
  has(key: string): boolean;
  /** Keeps a value; false when it is larger than the bound, or when new entries are refused and the bound is reached. */
  set(key: string, value: V): boolean;
  delete(key: string): boolean;
  clear(): void;
  /** Entries that are still alive, the most recently used first. */
  entries(): IterableIterator<[string, V]>;
};

// One register for each thread, however many copies of this module its bundles hold.
const shared = globalThis as unknown as { milletBounded?: Record<string, Bounded<unknown>> };
const register = (shared.milletBounded ??= Object.create(null) as Record<string, Bounded<unknown>>);

/**
 * Makes the one kind of memory that requests may fill: bounded by count and by bytes, and gone after a time. It stands in
 * the register from which docs/operations.md is written.
 */
export function bounded<V>(bound: Bound<V>): Bounded<V> {
  return (register[bound.name] ??= boundedMap(bound) as Bounded<unknown>) as Bounded<V>;
}

/** Every bounded memory of this thread, by name. */
export function listBounded(): Bounded<unknown>[] {
  return Object.values(register).toSorted((a, b) => a.bound.name.localeCompare(b.bound.name));
}

/** The same outside the register: for tests, and for parts of one registered value. */
export function boundedMap<V>(bound: Bound<V>): Bounded<V> {
  type Entry = { value: V };
  const { count, bytes, ttl, sizeOf = sizeOfPlain, whenFull = 'evict' } = bound;
  const sizeOfEntry = (entry: Entry, key: string) => Math.max(1, Math.ceil(sizeOf(entry.value)) + 2 * key.length);
  const cache = new LRUCache<string, Entry>({
    max: count,
    maxSize: bytes,
    ttl,
    ttlResolution: 0,
    sizeCalculation: sizeOfEntry,
  });

  function hasRoom(key: string, entry: Entry): boolean {
    if (cache.has(key)) return true;
    cache.purgeStale();
    return cache.size < count && cache.calculatedSize + sizeOfEntry(entry, key) <= bytes;
  }

  return {
    bound,
    get size() {
      return cache.size;
    },
    get bytes() {
      return cache.calculatedSize;
    },
    get: (key) => cache.get(key)?.value,
    has: (key) => cache.has(key),
    set: (key, value) => {
      const entry = { value };
      if (whenFull === 'refuse' && !hasRoom(key, entry)) return false;
      cache.set(key, entry);
      return cache.peek(key) === entry;
    },
    delete: (key) => cache.delete(key),
    clear: () => cache.clear(),
    entries: function* entries() {
      for (const [key, entry] of cache.entries()) yield [key, entry.value];
    },
  };
}

function sizeOfPlain(value: unknown): number {
  if (typeof value === 'string') return 2 * value.length;
  if (typeof value === 'number' || typeof value === 'boolean') return 8;
  if (value instanceof Uint8Array) return value.byteLength;
  throw new TypeError('This kind of value needs a sizeOf');
}
