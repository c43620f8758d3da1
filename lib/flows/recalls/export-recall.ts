import { isMember, type Actor } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import { exportRows, type Exported } from '@/lib/lists/export-rows';
import { getRecall, listUnits, type RecallUnitRow } from '@/lib/recalls/queries/staff';

const head = [
  ...['serial', 'state', 'owner', 'order', 'told', 'told_at', 'stopped_at', 'remedy', 'since', 'changed_at'],
];

type Asked = { query: Record<string, string | undefined>; reason: string };

/** Makes a CSV file of the units of a recall, one line each, with the handle of their owner, by whom it was told to. */
export async function exportRecall(actor: Actor, { query, reason }: Asked): Promise<Exported> {
  if (!isMember(actor)) throw notFound('list');
  const ask = reading(actor);
  const recall = await getRecall(ask, { id: query.recall ?? '' });
  if (!recall) throw notFound('list');
  let rows: RecallUnitRow[] = [];
  return exportRows({
    ...{ by: actor, list: { name: 'recalls' }, act: 'recall.export', reason, head },
    file: `recall-${recall.slug}`,
    filters: `recall=${recall.slug}`,
    page: async (from, size) => {
      const page = await listUnits(ask, { recallId: recall.id, after: from?.id, take: size });
      rows = page.rows;
      return { ids: rows.map(({ id }) => id), next: page.next ? { value: 0, id: page.next } : undefined };
    },
    cells: async () => rows.map(cellsOf),
  });
}

const cellsOf = (row: RecallUnitRow) => [
  ...[row.unit.serial, row.state.toLowerCase(), row.owner ? (row.owner.handle ?? '–') : '', row.order?.number ?? ''],
  ...[row.told, row.toldAt?.toISOString() ?? '', row.stoppedAt?.toISOString() ?? ''],
  ...[row.remedy?.toLowerCase() ?? '', row.createdAt.toISOString(), row.changedAt.toISOString()],
];
