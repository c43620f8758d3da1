import { isMember, may, type Actor } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { found, notFound } from '@/lib/core/errors';
import { exportRows, type Exported } from '@/lib/lists/export-rows';
import { getBulk, listBulkRows } from '@/lib/lists/queries/bulks';
import { orderList } from '@/lib/orders/list';
import { packingCells, packingHead } from '@/lib/orders/packing-cells';

type Wanted = { query: Record<string, string | undefined>; reason: string };

/** Makes a packing list of the orders that were chosen for it: who gets what, and where it goes. */
export async function exportPacking(actor: Actor, { query, reason }: Wanted): Promise<Exported> {
  if (!isMember(actor) || !may(actor, 'orders.export')) throw notFound('list');
  const ask = reading(actor);
  const { id, total } = found(await getBulk(ask, { id: query.chosen ?? '', list: orderList.name }), 'list');
  return exportRows({
    by: actor,
    file: 'packing',
    list: orderList,
    act: 'order.export',
    reason,
    filters: `packing ${total}`,
    head: packingHead,
    page: async (from, size) => {
      const rows = await listBulkRows(ask, { id, after: from && Number(from.value), size: size + 1 });
      const last = rows[size - 1];
      return {
        ids: rows.slice(0, size).map(({ key }) => key),
        next: rows.length > size && last ? { value: last.place, id: '' } : undefined,
      };
    },
    cells: (numbers) => packingCells(ask, { numbers }),
  });
}
