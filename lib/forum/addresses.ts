import type { Address, AddressParts } from '@/lib/core/addresses';
import type { Reading } from '@/lib/core/context';
import { paths } from '@/lib/paths';

import { lastThreadNumber, listBoards, listPublicThreads } from './queries';

/** Threads of one part: those whose number stands between two multiples of it, so that a part never moves. */
const span = 5_000;
const mostParts = 400;

/** The public threads, in parts by their numbers. */
export const threadAddresses: AddressParts = {
  area: 'community',
  isPart: (part) => placeOf(part) !== null,
  listParts: async (reading) => {
    const last = Math.floor(((await lastThreadNumber(reading)) || 1) / span);
    const first = Math.max(0, last - mostParts + 1);
    return Array.from({ length: last - first + 1 }, (_, at) => `threads-${first + at}`);
  },
  list: async (reading, part) => {
    const at = placeOf(part);
    return at === null ? null : listThreads(reading, at);
  },
};

/** The public boards, and the page that lists them. */
export async function listBoardPages(reading: Reading): Promise<Address[]> {
  const boards = await listBoards(reading);
  return [
    { path: paths.boards() },
    ...boards.map(({ slug, latest }) => ({ path: paths.board(slug), changedAt: latest?.at })),
  ];
}

// Threads have numbers that the database can hold.
function placeOf(part: string): number | null {
  const number = /^threads-(0|[1-9]\d{0,5})$/.exec(part)?.[1];
  return number && (Number(number) + 1) * span < 2 ** 31 ? Number(number) : null;
}

async function listThreads(reading: Reading, at: number): Promise<Address[]> {
  const { threads } = await listPublicThreads(reading, { after: at * span });
  return threads
    .filter(({ number }) => number <= (at + 1) * span)
    .map((thread) => ({ path: paths.thread(thread), changedAt: thread.lastPostAt }));
}
