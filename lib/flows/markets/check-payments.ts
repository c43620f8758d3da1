import { may, memberId, type Actor } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { allow, found, Refused } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';
import { log } from '@/lib/core/log';
import { clock } from '@/lib/core/time';
import { limits } from '@/lib/orders/limits';
import { gatewayForNew, paymentProvider, webhookAddress } from '@/lib/outside/payments';

/**
 * Asks the gateway of new payments whether it takes the shop's key and tells it of payments; nothing is charged. Refuses with what is
 * amiss: payments-not-set, payments-unreachable, or the gateway's own word, such as payments-webhook-missing.
 */
export async function checkPayments(actor: Actor): Promise<void> {
  allow(may(actor, 'markets.manage'));
  const provider = paymentProvider(gatewayForNew());
  await spend(db, limits.checkPayments, found(memberId(actor)), clock());
  const problem = await provider.checkSetup?.(webhookAddress()).catch((error: unknown) => {
    log.warn({ err: error }, 'payment gateway could not be asked');
    return 'unreachable' as const;
  });
  if (problem)
    throw new Refused(`payments-${problem}`, 'The payment gateway is not set up', {
      values: { address: webhookAddress() },
    });
}
