import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';

import { getMemoryCache } from 'next/dist/server/lib/incremental-cache/memory-cache.external';
import { tagsManifest } from 'next/dist/server/lib/incremental-cache/tags-manifest.external';

import { bounded } from '@/lib/core/bounded';
import { steadyNow } from '@/lib/core/time';

import { pageGeneration } from '../page-generation';

/**
 * One rendering of an address: when it began, in milliseconds since 1970, and of which generation it is; from when, and of
 * which generation, it may hold what it shares with others; and what goes on behind its response.
 */
type Rendering = {
  began: number;
  asOf: number;
  generation: number;
  oldest: number;
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
  const latest = steadyNow() + longestWaitMs;
  // Nothing may come between the last look and the beginning: those who wait for one rendering go on at one moment, and what
  // the first of them begins is old for the next if another change came between them.
  for (let older = olderOf(path); older.length > 0 && steadyNow() < latest; older = olderOf(path))
    await endOf(older, latest - steadyNow());
  const { rendering, end } = begin(path);
  try {
    return await current.run(rendering, render);
  } finally {
    end();
  }
}

async function endOf(renderings: Rendering[], mostMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise((resolve) => (timer = setTimeout(resolve, mostMs)));
  await Promise.race([Promise.all(renderings.map((each) => each.ended)), tooLong]);
  clearTimeout(timer);
}

function olderOf(path: string): Rendering[] {
  const generation = pageGeneration();
  return (underWay.get(path) ?? []).filter((each) => each.generation !== generation);
}

function begin(path: string): { rendering: Rendering; end: () => void } {
  // What is read in the same millisecond as the change may be from before it.
  const [began, generation] = [steadyNow() - 1, pageGeneration()];
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
  const rendering: Rendering = { began, generation, ...oldestBeside(path, began, generation), ended, also };
  underWay.set(path, [...(underWay.get(path) ?? []), rendering]);
  return { rendering, end };
}

// Renderings that go on at the same time share what they read, whatever their addresses, and those of one address all they make.
function oldestBeside(path: string, began: number, generation: number): Pick<Rendering, 'asOf' | 'oldest'> {
  let [asOf, oldest] = [began, generation];
  for (const [address, renderings] of underWay.entries())
    for (const each of renderings) {
      if (each.generation !== generation) asOf = Math.min(asOf, each.began);
      oldest = Math.min(oldest, address === path ? each.oldest : each.generation);
    }
  return { asOf, oldest };
}

/** The generation of which the page that is being rendered may be: an older one while it shares what others read before a change. */
export function generationOfRendering(): number {
  return current.getStore()?.oldest ?? pageGeneration();
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
    return set.call(pages, key, { ...page, lastModified: Math.min(steadyNow(), asOf) });
  };
  noteChangesSteadily();
}

// Next notes by the system clock when public data changed and a page was made, and compares both with a counter: a clock that is set forward hides
// changes for as long. All changes are told at once (`expire: 0`), so that the moment is that of noting them.
function noteChangesSteadily(): void {
  const set = tagsManifest.set.bind(tagsManifest);
  tagsManifest.set = (tag, { stale, expired }) => {
    const now = steadyNow();
    return set(tag, { ...(stale !== undefined && { stale: now }), ...(expired !== undefined && { expired: now }) });
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
