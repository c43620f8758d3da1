import type { Reading } from '@/lib/core/context';
import { paths } from '@/lib/core/paths';
import { listProductAddresses } from '@/lib/catalog/queries';
import { listDrops } from '@/lib/drops/queries';
import { listReleasePaths } from '@/lib/feedback/queries';
import { lastThreadNumber, listBoards, listPublicThreads } from '@/lib/forum/queries';

export type Address = { path: string; changedAt?: Date };

/** Threads of one part: those whose number stands between two multiples of it, so that a part never moves. */
const span = 5_000;
const mostThreadParts = 400;

/** The parts that the public addresses are told in; none holds more than a search engine takes. */
export async function listAddressParts(reading: Reading): Promise<string[]> {
  const last = Math.floor(((await lastThreadNumber(reading)) || 1) / span);
  const first = Math.max(0, last - mostThreadParts + 1);
  return ['pages', 'products', ...Array.from({ length: last - first + 1 }, (_, at) => `threads-${first + at}`)];
}

/** Whether a text can name a part: threads have numbers that the database can hold. */
export function isAddressPart(part: string): boolean {
  return part === 'pages' || part === 'products' || threadPart(part) !== null;
}

function threadPart(part: string): number | null {
  const number = /^threads-(0|[1-9]\d{0,5})$/.exec(part)?.[1];
  return number && (Number(number) + 1) * span < 2 ** 31 ? Number(number) : null;
}

/** Every public page of one part, without its language; null for a part that there is not. */
export async function listAddresses(reading: Reading, part: string): Promise<Address[] | null> {
  if (part === 'pages') return listPages(reading);
  if (part === 'products')
    return (await listProductAddresses(reading)).map(({ handle, updatedAt }) => ({
      path: paths.product(handle),
      changedAt: updatedAt,
    }));
  const number = threadPart(part);
  return number === null ? null : listThreads(reading, number);
}

async function listPages(reading: Reading): Promise<Address[]> {
  const [boards, releases, drops] = await Promise.all([
    listBoards(reading),
    listReleasePaths(reading),
    listDrops(reading),
  ]);
  return [
    ...[
      paths.home(),
      paths.boards(),
      paths.ideas(),
      paths.roadmap(),
      paths.releases(),
      paths.products(),
      paths.drops(),
    ].map((path) => ({ path })),
    ...boards.map(({ slug, latest }) => ({ path: paths.board(slug), changedAt: latest?.at })),
    ...releases.map(({ slug, publishedAt }) => ({ path: paths.release(slug), changedAt: publishedAt })),
    ...[...drops.live, ...drops.upcoming, ...drops.past].map(({ slug }) => ({ path: paths.drop(slug) })),
  ];
}

async function listThreads(reading: Reading, at: number): Promise<Address[]> {
  const { threads } = await listPublicThreads(reading, { after: at * span });
  return threads
    .filter(({ number }) => number <= (at + 1) * span)
    .map((thread) => ({ path: paths.thread(thread), changedAt: thread.lastPostAt }));
}
