import { isMember, may, type Actor } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { shopZone } from '@/lib/core/current-market';
import { notFound } from '@/lib/core/errors';
import { exportRows, type Exported } from '@/lib/lists/export-rows';
import { newsList, readNewsList } from '@/lib/news/list';
import { listedCells, listedHead } from '@/lib/news/queries/list-listed';

/** Makes a file of the addresses on the list for news, whole, with when and to which wording each agreed. */
export async function exportNews(
  actor: Actor,
  { query, reason }: { query: Record<string, string | undefined>; reason: string },
): Promise<Exported> {
  if (!isMember(actor) || !may(actor, 'news.export')) throw notFound('list');
  const ask = reading(actor);
  return exportRows({
    by: actor,
    list: newsList,
    asked: readNewsList(query),
    zone: await shopZone(),
    act: 'news.export',
    reason,
    head: listedHead,
    cells: (ids) => listedCells(ask, { ids }),
  });
}
