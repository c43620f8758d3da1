import type { Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { isUuid, uuid7 } from '@/lib/core/ids';
import { attempts, priorities } from '@/lib/core/jobs';
import { clock } from '@/lib/core/time';
import { limitsAsked } from '@/lib/drops/limit-digest';
import { addressWords } from '@/lib/orders/address-words';
import { getShipping } from '@/lib/orders/queries';

import { payloadOf, type News, type Told } from './payment-notice';

// MLT01 is settle_paid's own; the others part two that wait for each other, and the careful way tries again.
const notPlain = ['MLT01', '40P01', '40001'];

/**
 * Settles money that came in time by one statement, `settle_paid`, which holds the stock row for no longer than its own
 * commit takes. Null when something about it is not plain: nothing was changed, and it wants the careful way.
 */
export async function settlePlainly({ provider, status, session }: News, options: Options, told?: Told): Promise<'paid' | 'nothing' | null> {
  if (status !== 'paid' || !session || !isUuid(session.paymentId)) return null;
  const sentTo = await getShipping({ db }, { paymentId: session.paymentId });
  if (!sentTo) return null;
  const now = options.now ?? clock();
  const { kinds, digests } = limitsAsked(addressWords(sentTo), session.fingerprint ?? null);
  const { id: sessionId, paymentId: id, amountMinor, currency, paymentRef } = session;
  const payment = JSON.stringify({ id, provider, sessionId, amountMinor, currency, paymentRef });
  const notice = told ? JSON.stringify({ ...told, payload: payloadOf({ status, session }) }) : null;
  try {
    const [row] = await db.$queryRaw<{ settled: boolean }[]>`
      SELECT settle_paid(${notice}::jsonb, ${payment}::jsonb, ${kinds}::text[], ${digests}::text[], ${uuid7(now)}::uuid, ${attempts}::int, ${priorities.react}::int, ${now}::timestamptz) AS settled`;
    return row?.settled ? 'paid' : 'nothing';
  } catch (error) {
    if (notPlain.includes((error as { code?: string }).code ?? '')) return null;
    throw error;
  }
}
