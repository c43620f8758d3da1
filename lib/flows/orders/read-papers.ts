import { memberId, type Actor } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import { inTransaction, reading } from '@/lib/core/context';
import { shopZone } from '@/lib/core/current-market';
import { allow, found, notFound } from '@/lib/core/errors';
import type { Locale } from '@/lib/core/locale';
import { getBulk, listBulkRows } from '@/lib/lists/queries/bulks';
import { orderList } from '@/lib/orders/list';
import { listToPick, pickPaper, slipPapers } from '@/lib/orders/packing-papers';
import { canShip } from '@/lib/orders/policy';
import type { Paper } from '@/lib/outside/pdf/write-pdf';
import { runSlow } from '@/lib/outside/slow';
import { whereHeld } from '@/lib/stock/queries/where-held';

import { labelsOfFile, readLabels } from './read-labels';

export const paperKinds = ['labels', 'slips', 'pick'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** How many orders one pick list is made of at most. */
export const mostPicked = 1_000;

type Wanted = { id: string; kind: PaperKind; part: number };

/**
 * Labels, packing slips or the pick list of orders that were chosen together, as a PDF: of each hundred orders a file of its own, and one pick list of the
 * first thousand. Refuses with `not-found` who may not send parcels and where there is nothing to print, and with `label-stale`.
 */
export async function readPapers(actor: Actor, { id, kind, part }: Wanted, locale: Locale): Promise<Uint8Array> {
  allow(canShip(actor), 'not-found');
  const ask = reading(actor);
  found(await getBulk(ask, { id, list: orderList.name }), 'list');
  const size = kind === 'pick' ? mostPicked : labelsOfFile;
  const rows = await listBulkRows(ask, { id, after: (part - 1) * size, size });
  const numbers = rows.map(({ key }) => key);
  if (numbers.length === 0) throw notFound('list');
  if (kind === 'labels') return readLabels(actor, { numbers, bulkId: id }, locale);
  const at = { now: ask.now, zone: await shopZone() };
  const owner = memberId(actor) ?? undefined;
  const papers = await inTransaction(actor, async (ctx): Promise<Paper[]> => {
    if (kind === 'slips') {
      const slips = await slipPapers(ctx, { numbers, ...at });
      await audit(ctx, { act: 'order.printSlips', subject: ['bulk', id], detail: { orders: slips.length } });
      return slips;
    }
    const lines = await listToPick(ctx, { numbers, locale });
    const held = await whereHeld(ctx, { lineIds: lines.map(({ lineId }) => lineId) });
    return [pickPaper({ lines, held, orders: numbers.length, locale, ...at })];
  });
  const [first, ...more] = papers;
  return runSlow('pdf', { papers: [found(first, 'list'), ...more] }, { owner });
}
