import type { Actor } from '@/lib/core/actor';
import { inTransaction, type Ctx, type Options } from '@/lib/core/context';
import { found } from '@/lib/core/errors';
import { findOwn } from '@/lib/orders/queries';
import { answerQuote, cancelRepair, closeRepair } from '@/lib/repairs/commands';
import { isOwnRepair } from '@/lib/repairs/queries/own';
import type { AnswerQuote, OwnRepair } from '@/lib/repairs/schema';

import { backInHand } from './back-in-hand';

/** Takes a request for a repair back, for the owner of the unit. */
export function cancelOwnRepair(actor: Actor, input: OwnRepair, options: Options = {}): Promise<void> {
  return withOwn(actor, input, (ctx) => cancelRepair(ctx, input), options);
}

/** Answers the quote of a repair, for the owner of the unit. Refuses what `answerQuote` refuses. */
export function answerOwnQuote(actor: Actor, input: AnswerQuote, options: Options = {}): Promise<void> {
  return withOwn(actor, input, (ctx) => answerQuote(ctx, input), options);
}

/** The owner says that their unit is back. */
export function closeOwnRepair(actor: Actor, input: OwnRepair, options: Options = {}): Promise<void> {
  return withOwn(actor, input, async (ctx) => backInHand(ctx, await closeRepair(ctx, input)), options);
}

type Work = (ctx: Ctx) => Promise<void>;

// Whose repair it is, by the session or by the key of the guest's order. Refuses with not-found.
function withOwn(actor: Actor, { repairId, key }: OwnRepair, work: Work, options: Options): Promise<void> {
  return inTransaction(
    actor,
    async (ctx) => {
      const orderId = key === undefined ? undefined : found(await findOwn(ctx, { key })).id;
      found((await isOwnRepair(ctx, { repairId, orderId })) || null, 'repair');
      await work(ctx);
    },
    options,
  );
}
