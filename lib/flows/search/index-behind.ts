import { listShownAmong, listShownVersions } from '@/lib/catalog/queries/products-to-find';
import { system } from '@/lib/core/actor';
import { inTransaction, reading, transact } from '@/lib/core/context';
import { dropDocs } from '@/lib/search/commands';
import { listBehind, listDocIds } from '@/lib/search/queries';

import { indexProduct } from './index-product';

const kind = 'PRODUCT';
const page = 1_000;
/** So many products are brought up to date in one turn; the next goes on. */
const mostInTurn = 5_000;

/**
 * Brings up to date what events did not: products of before there was a search, documents made in an older way, and what an event that failed
 * left. Answers how many it made and dropped. Safe in several processes.
 */
export async function indexBehind(now: Date, most: number = mostInTurn): Promise<number> {
  return (await dropHidden(now)) + (await makeBehind(now, most));
}

async function makeBehind(now: Date, most: number): Promise<number> {
  let made = 0;
  for (let after: string | undefined; made < most;) {
    const products = await listShownVersions(reading(system, now), { after, take: page });
    const behind = await listBehind(reading(system, now), { kind, subjects: products });
    for (const id of behind) await transact(indexProduct)(system, { id }, { now });
    made += behind.length;
    after = products.at(-1)?.id;
    if (products.length < page) break;
  }
  return made;
}

async function dropHidden(now: Date): Promise<number> {
  let dropped = 0;
  for (let after: string | undefined; ;) {
    const ids = await listDocIds(reading(system, now), { kind, after, take: page });
    const shown = new Set(await listShownAmong(reading(system, now), { ids }));
    // Each in its turn: it may be on show again by now.
    for (const id of ids.filter((each) => !shown.has(each))) {
      await transact(indexProduct)(system, { id }, { now });
      dropped += 1;
    }
    after = ids.at(-1);
    if (ids.length < page) return dropped;
  }
}

/** Makes all documents anew, as `npm run admin -- index-search` does; answers how many products are found now. */
export async function indexAll(now: Date): Promise<number> {
  const ids: string[] = [];
  for (let after: string | undefined; ;) {
    const some = await listDocIds(reading(system, now), { kind, after, take: page });
    ids.push(...some);
    after = some.at(-1);
    if (some.length < page) break;
  }
  await inTransaction(system, (ctx) => dropDocs(ctx, { kind, ids }), { now });
  return indexBehind(now, Infinity);
}
