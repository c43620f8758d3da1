import { memberId, type Actor } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import { inTransaction, type Ctx } from '@/lib/core/context';
import { allow, notFound, Refused } from '@/lib/core/errors';
import { isUuid } from '@/lib/core/ids';
import type { Locale } from '@/lib/core/locale';
import { readLabelPapers, type WantedLabels } from '@/lib/orders/label-papers';
import { canShip } from '@/lib/orders/policy';
import { findOrder } from '@/lib/orders/queries';
import { runSlow } from '@/lib/outside/slow';

/** How many labels one file has at most. */
export const labelsOfFile = 100;

/**
 * Labels as a PDF, a page each, for who sends parcels; that they were printed stands in the audit log. Refuses with `not-found` where there are none, and
 * with `label-stale` where those that were asked for lead to addresses that were corrected since.
 */
export async function readLabels(actor: Actor, wanted: WantedLabels, locale: Locale): Promise<Uint8Array> {
  allow(canShip(actor), 'not-found');
  if ('labelId' in wanted ? !isUuid(wanted.labelId) : wanted.numbers.length > labelsOfFile) throw notFound('label');
  const labels = await inTransaction(actor, async (ctx) => {
    const { papers, stale } = await readLabelPapers(ctx, { wanted, locale });
    if (papers.length === 0) throw stale.length > 0 ? new Refused('label-stale', 'they lead elsewhere') : notFound();
    await audit(ctx, {
      act: 'order.printLabels',
      subject: await subjectOf(ctx, wanted),
      detail: { labels: papers.length },
    });
    return papers;
  });
  return runSlow('labels', { labels }, { owner: memberId(actor) ?? undefined });
}

async function subjectOf(ctx: Ctx, wanted: WantedLabels): Promise<[string, string]> {
  if ('bulkId' in wanted) return ['bulk', wanted.bulkId];
  const order = await findOrder(ctx, wanted);
  return ['order', order?.id ?? ''];
}
