import type { Ctx } from '@/lib/core/context';
import { found, Refused } from '@/lib/core/errors';

import { listPlanChanges } from '../queries/plan-changes';

/** The refusal of an act on a plan that reads otherwise by now. */
export function planChanged(code: 'plan-changed-announce' | 'plan-changed-delete'): Refused {
  return new Refused(code, 'the plan was changed meanwhile');
}

/** The refusal of who saved an older version of a plan: who saved since, and by their names which parts changed. */
export async function planChangedMeanwhile(
  ctx: Ctx,
  { id, version, shown }: { id: string; version: number; shown: number },
): Promise<Refused> {
  const changes = await listPlanChanges(ctx, { dropId: id, since: shown });
  const what = [...new Set(changes.flatMap(({ parts }) => parts))].join();
  const values = { name: changes[0]?.name ?? '', version, what };
  return new Refused('plan-changed', 'another version of the plan was saved meanwhile', { values });
}

/** Why a plan can no longer be changed as it was shown: it was announced, called off, or another version was saved. */
export async function planRefusal(ctx: Ctx, { dropId, shown }: { dropId: string; shown: number }): Promise<Refused> {
  const select = { version: true, announcedAt: true, cancelledAt: true } as const;
  const now = found(await ctx.db.drop.findUnique({ where: { id: dropId }, select }), 'drop');
  if (now.announcedAt) return new Refused('plan-announced', 'The drop was announced');
  if (now.cancelledAt) return new Refused('drop-cancelled', 'The drop was cancelled');
  return planChangedMeanwhile(ctx, { id: dropId, version: now.version, shown });
}

/** Counts the version of a plan up, so that who has an older one open does not announce or overwrite what they did not see; an announced drop is no plan. */
export async function countPlanUp(
  ctx: Ctx,
  id: string,
  { announcedAt }: { announcedAt: Date | null },
): Promise<number | undefined> {
  if (announcedAt) return undefined;
  const [plan] = await ctx.db.drop.updateManyAndReturn({
    where: { id },
    data: { version: { increment: 1 } },
    select: { version: true },
  });
  return plan?.version;
}
