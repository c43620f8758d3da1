import { isMember } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { notFound, Refused } from '@/lib/core/errors';
import { after, minute } from '@/lib/core/time';

/** How many exports run at one time, of all staff together. */
export const mostExports = 2;

// One that says nothing for so long has died with its process.
const patience = 2 * minute;

/** Takes a place for an export, whose file is then made; refuses while all of them are taken. */
export async function beginExport(ctx: Ctx, { list }: { list: string }): Promise<string> {
  if (!isMember(ctx.actor)) throw notFound('list');
  const { now, db } = ctx;
  await db.listExport.updateMany({
    where: { endedAt: null, aliveAt: { lt: after(now, -patience) } },
    data: { endedAt: now },
  });
  for (let place = 1; place <= mostExports; place += 1) {
    const [begun] = await db.listExport.createManyAndReturn({
      data: [{ memberId: ctx.actor.id, list, place, startedAt: now, aliveAt: now }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (begun) return begun.id;
  }
  throw new Refused('export-busy', `${mostExports} exports are running`);
}
