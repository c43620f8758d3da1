import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';

import { canHandleReturns } from '../policy';
import type { CountReturn } from '../schema';
import { holdReturn, moveReturn, type HeldReturn } from './move-return';

export type Counted = { lineId: string; counted: number; grade: 'AS_NEW' | 'OPENED' | 'DAMAGED' };

/** Counts what came back of each line, and how it is. Refuses with `return-moved`, and with `return-over` (left) more than was announced. */
export async function countReturn(
  ctx: Ctx,
  { returnId, counted, grades }: Pick<CountReturn, 'returnId' | 'counted' | 'grades'>,
): Promise<{ held: HeldReturn; lines: Counted[] }> {
  allow(canHandleReturns(ctx.actor));
  const held = await holdReturn(ctx, returnId, 'COUNTED');
  const lines: Counted[] = [];
  for (const { id, lineId, announced } of held.lines) {
    const count = counted.get(lineId) ?? 0;
    const grade = grades.get(lineId) ?? 'AS_NEW';
    if (count > announced)
      throw new Refused('return-over', 'more than announced', {
        field: `counted.${lineId}`,
        values: { left: announced },
      });
    await ctx.db.returnLine.update({ where: { id }, data: { counted: count, grade } });
    lines.push({ lineId, counted: count, grade });
  }
  await moveReturn(ctx, held, { state: 'COUNTED' });
  const pieces = lines.reduce((sum, line) => sum + line.counted, 0);
  await audit(ctx, { act: 'return.count', subject: ['return', returnId], detail: { number: held.number, pieces } });
  return { held, lines };
}
