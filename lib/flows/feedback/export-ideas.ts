import { isMember, type Actor } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { shopZone } from '@/lib/core/current-market';
import { notFound } from '@/lib/core/errors';
import { ideaCells, ideaHead } from '@/lib/feedback/export-cells';
import { ideaList, readIdeas } from '@/lib/feedback/list';
import { canTriage } from '@/lib/feedback/policy';
import { findIdeas } from '@/lib/feedback/queries';
import { exportRows, type Exported } from '@/lib/lists/export-rows';

/** Makes a file of the ideas that a list's address names, without personal data besides their authors' handles. */
export async function exportIdeas(
  actor: Actor,
  { query, reason }: { query: Record<string, string | undefined>; reason: string },
): Promise<Exported> {
  if (!isMember(actor) || !canTriage(actor)) throw notFound('list');
  const asked = readIdeas(query);
  const ask = reading(actor);
  const zone = await shopZone();
  return exportRows({
    by: actor,
    list: ideaList,
    asked,
    zone,
    found: await findIdeas(ask, { asked, zone }),
    act: 'idea.export',
    reason,
    head: ideaHead,
    cells: (ids) => ideaCells(ask, { ids }),
  });
}
