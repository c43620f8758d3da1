import { isMember, type Actor } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { shopZone } from '@/lib/core/current-market';
import { notFound } from '@/lib/core/errors';
import { readList } from '@/lib/core/list';
import { exportRows, type Exported } from '@/lib/lists/export-rows';
import { reviewCells, reviewHead } from '@/lib/reviews/export-cells';
import { reviewList } from '@/lib/reviews/list';
import { canReadReviews } from '@/lib/reviews/policy';
import { findReviews } from '@/lib/reviews/queries';

/** Makes a file of the reviews that a list's address names, without personal data besides their writers' handles. */
export async function exportReviews(
  actor: Actor,
  { query, reason }: { query: Record<string, string | undefined>; reason: string },
): Promise<Exported> {
  if (!isMember(actor) || !canReadReviews(actor)) throw notFound('list');
  const asked = readList(reviewList, query);
  const ask = reading(actor);
  const zone = await shopZone();
  return exportRows({
    ...{ by: actor, list: reviewList, asked, zone, reason, act: 'review.export', head: reviewHead },
    found: await findReviews(ask, { asked, zone }),
    cells: (ids) => reviewCells(ask, { ids }),
  });
}
