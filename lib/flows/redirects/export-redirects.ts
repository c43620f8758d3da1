import { isMember, type Actor } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import { exportRows, type Exported } from '@/lib/lists/export-rows';
import { canEditRedirects } from '@/lib/redirects/policy';
import { listForExport } from '@/lib/redirects/queries';

/** Makes a CSV file of all redirects, in the two columns that Shopify's have, so that it can be brought in again. */
export async function exportRedirects(actor: Actor, { reason }: { reason: string }): Promise<Exported> {
  if (!isMember(actor) || !canEditRedirects(actor)) throw notFound('list');
  const ask = reading(actor);
  let rows: { fromPath: string; to: string }[] = [];
  return exportRows({
    by: actor,
    list: { name: 'redirects' },
    filters: '–',
    act: 'redirect.export',
    reason,
    head: ['Redirect from', 'Redirect to'],
    page: async (from, size) => {
      const read = await listForExport(ask, { after: from?.id, size: size + 1 });
      rows = read.slice(0, size);
      const last = rows.at(-1);
      return {
        ids: rows.map(({ fromPath }) => fromPath),
        next: read.length > size && last ? { value: 0, id: last.fromPath } : undefined,
      };
    },
    cells: async () => rows.map(({ fromPath, to }) => [fromPath, to]),
  });
}
