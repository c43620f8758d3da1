import type { Readable } from 'node:stream';

/** Where pictures lie. Keys are `<sha256>.webp`: the same bytes always have the same key. */
export type Storage = {
  /** Keeps the bytes under the key; keeping them again changes nothing. Throws for any other key. */
  put(key: string, bytes: Buffer, mime: string): Promise<void>;
  /** The bytes, or null when there are none (or the key is no key of ours). */
  get(key: string): Promise<Readable | null>;
  /** The address for `src`. Throws for any other key. */
  url(key: string): string;
};

const KEY = /^[0-9a-f]{64}\.webp$/;

/** Whether this is a key that storage could hold. */
export function isStorageKey(key: string): boolean {
  return KEY.test(key);
}

/** The key, or an error: a key is made by us, so that another one is a bug or an attack. */
export function checkedKey(key: string): string {
  if (!isStorageKey(key)) throw new Error(`not a storage key: ${JSON.stringify(key.slice(0, 100))}`);
  return key;
}
