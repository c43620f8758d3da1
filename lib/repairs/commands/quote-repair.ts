import { memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';
import { mostMinor, readAmount } from '@/lib/core/money';

import { needsConsent } from '../choices/consent';
import { canHandleRepairs } from '../policy';
import type { QuoteRepair } from '../schema';
import { holdRepair, moveRepair, type HeldRepair } from './move-repair';

/**
 * Says what a repair costs, or anew: nothing, and it is agreed at once; no more than what was agreed, likewise; else its owner is asked. Refuses with
 * `repair-moved`, `repair-amount`, `repair-uncovered` a price under warranty without why, and `repair-quote-old` where another version came meanwhile.
 */
export async function quoteRepair(ctx: Ctx, input: QuoteRepair): Promise<void> {
  allow(canHandleRepairs(ctx.actor));
  const { repairId, shown, text, uncovered } = input;
  const repair = await holdRepair(ctx, repairId, 'QUOTED', 'ACCEPTED');
  const amountMinor = readPrice(input, repair);
  const before = await ctx.db.repairQuote.findMany({
    where: { repairId },
    orderBy: { version: 'desc' },
    select: { version: true, amountMinor: true, state: true },
  });
  const last = before[0]?.version ?? 0;
  if (last !== shown) throw new Refused('repair-quote-old', 'another version is there');
  const state = needsConsent(before, amountMinor) ? ('OPEN' as const) : ('ACCEPTED' as const);
  await ctx.db.repairQuote.updateMany({ where: { repairId, state: 'OPEN' }, data: { state: 'REPLACED' } });
  const version = last + 1;
  const said = { version, amountMinor, text, uncovered: amountMinor > 0 ? uncovered : '', state };
  await ctx.db.repairQuote.create({
    data: {
      repairId,
      ...said,
      byId: memberId(ctx.actor),
      createdAt: ctx.now,
      ...(state === 'ACCEPTED' && { answeredAt: ctx.now }),
    },
  });
  const became = state === 'OPEN' ? ('QUOTED' as const) : ('ACCEPTED' as const);
  await moveRepair(ctx, repair, { state: became, covered: amountMinor === 0 && repair.inWarranty }, { version });
  const detail = { number: repair.number, version, amountMinor, currency: repair.currency };
  await audit(ctx, { act: 'repair.quote', subject: ['repair', repairId], reason: uncovered, detail });
}

function readPrice({ amount, uncovered }: QuoteRepair, { currency, inWarranty }: HeldRepair): number {
  const minor = amount === undefined ? 0 : readAmount(amount, currency, mostMinor);
  if (minor === null) throw new Refused('repair-amount', 'no amount', { field: 'amount' });
  if (minor > 0 && inWarranty && uncovered === '')
    throw new Refused('repair-uncovered', 'it is under warranty', { field: 'uncovered' });
  return minor;
}
