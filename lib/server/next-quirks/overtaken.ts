import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';

import { getMemoryCache } from 'next/dist/server/lib/incremental-cache/memory-cache.external';

import { bounded } from '@/lib/core/bounded';

import { pageGeneration } from '../page-generation';

/**
 * One rendering of an address: when it began, in milliseconds since 1970, and from when it may hold what it shares with
 * others; of which generation it is; and what goes on behind its response.
 */
type Rendering = {
  began: number;
  asOf: number;
  generation: number;
  ended: Promise<void>;
  also: (work: Promise<unknown>) => void;
};

const longestWaitMs = 5_000;
const underWay = bounded<Rendering[]>({
  name: 'pages being rendered',
  holds: 'Which addresses are being rendered, and since when, so that nobody is given what was begun before a change.',
  count: 4_096,
  bytes: 8 * 1024 * 1024,
  ttl: 60_000,
  sizeOf: () => 2_000,
});
const current = new AsyncLocalStorage<Rendering>();

/**
 * Renders the page of a request so that a change which comes meanwhile is not lost. Next 16.4 gives whoever asks for a page the
 * result of a rendering of the same address that is under way, though it began before the change: here such a rendering is
 * waited for first. It ends when the response and all work that Next does behind it have ended.
 */
export async function renderAfterOlder<T>(request: Pick<IncomingMessage, 'url'>, render: () => Promise<T>): Promise<T> {
  const path = (request.url ?? '').split('?', 1)[0]!;
  await endOfOlder(path);
  const { rendering, end } = begin(path);
  try {
    return await current.run(rendering, render);
  } finally {
    end();
  }
}

async function endOfOlder(path: string): Promise<void> {
  const generation = pageGeneration();
  const older = (underWay.get(path) ?? []).filter((each) => each.generation !== generation);
  if (older.length === 0) return;
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise((resolve) => (timer = setTimeout(resolve, longestWaitMs)));
  await Promise.race([Promise.all(older.map((each) => each.ended)), tooLong]);
  clearTimeout(timer);
}

function begin(path: string): { rendering: Rendering; end: () => void } {
  // What is read in the same millisecond as the change may be from before it.
  const [began, generation] = [Date.now() - 1, pageGeneration()];
  let running = 1;
  let resolve = () => {};
  const ended = new Promise<void>((done) => (resolve = done));
  const end = () => {
    running -= 1;
    if (running > 0) return;
    const left = (underWay.get(path) ?? []).filter((each) => each !== rendering);
    if (left.length > 0) underWay.set(path, left);
    else underWay.delete(path);
    resolve();
  };
  const also = (work: Promise<unknown>) => {
    running += 1;
    void work.then(end, end);
  };
  const rendering: Rendering = { began, asOf: oldestBeside(began, generation), generation, ended, also };
  underWay.set(path, [...(underWay.get(path) ?? []), rendering]);
  return { rendering, end };
}

// Renderings that go on at the same time share what they read, whatever their addresses.
function oldestBeside(began: number, generation: number): number {
  const older = [...underWay.entries()].flatMap(([, each]) => each).filter((each) => each.generation !== generation);
  return Math.min(began, ...older.map((each) => each.began));
}

/**
 * Has Next keep each page as of the moment when its rendering began, for it compares that moment with those of changes: by
 * itself it notes when the rendering ended, and takes the page for newer than a change that came meanwhile. `bytes` is
 * `cacheMaxMemorySize` of the configuration.
 */
export function keepPagesAsBegun(bytes: number): void {
  const pages = getMemoryCache(bytes);
  const { set } = pages;
  pages.set = (key, page) => {
    const asOf = current.getStore()?.asOf ?? Infinity;
    return set.call(pages, key, { ...page, lastModified: Math.min(page.lastModified ?? Date.now(), asOf) });
  };
}

// The interface by which Next tells its host of work that goes on behind a response, such as the next rendering of a page.
const host = {
  get: () => ({
    waitUntil: (work: Promise<unknown>) => {
      const rendering = current.getStore();
      if (rendering) rendering.also(work);
      else work.catch(() => undefined);
    },
  }),
};
Object.assign(globalThis, { [Symbol.for('@next/request-context')]: host });
