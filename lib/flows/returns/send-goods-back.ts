import type { Ctx } from '@/lib/core/context';
import { resumeOwnership } from '@/lib/ownership/commands';
import { goesBack } from '@/lib/returns/choices/value';
import type { HeldReturn } from '@/lib/returns/commands/move-return';
import type { ReturnOutcome } from '@/lib/returns/schema';
import { sendBackStock } from '@/lib/stock/commands';
import { handBack } from '@/lib/units/commands';

import { stockKey } from '@/lib/returns/stock-key';

type Ended = { lineId: string; outcome: ReturnOutcome };

/** Undoes the count of what goes back to its buyer: its devices are their owners' again, and what came into stock leaves it. */
export async function sendGoodsBack(ctx: Ctx, held: HeldReturn, lines: readonly Ended[]): Promise<void> {
  const outcomes = new Map(lines.map(({ lineId, outcome }) => [lineId, outcome]));
  const lineIds = held.lines.flatMap(({ lineId, counted }) =>
    goesBack({ counted, outcome: outcomes.get(lineId) ?? null }) ? [lineId] : [],
  );
  const at = held.steps[0]?.at;
  if (lineIds.length === 0 || !at) return;
  const { id, orderId } = held;
  const unitIds = await handBack(ctx, { orderId, lineIds, at });
  await resumeOwnership(ctx, { unitIds, at });
  await sendBackStock(ctx, { orderId, keys: lineIds.map((lineId) => stockKey(id, lineId)) });
}
