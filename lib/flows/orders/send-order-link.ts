import { system } from '@/lib/core/actor';
import { inTransaction, type Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { spend } from '@/lib/core/limits';
import type { Locale } from '@/lib/core/locale';
import { clock } from '@/lib/core/time';
import { mail } from '@/lib/notifications/mail';
import { limits } from '@/lib/orders/limits';
import { guestKeys } from '@/lib/orders/guest-key';
import { orderNotices } from '@/lib/orders/notices';
import { whoIsWritten } from '@/lib/orders/queries';

/**
 * Mails the link of an order to the address that was given with it. Answers the same whether they belong together or not, so that nobody
 * learns who has bought; refuses with rate-limited alone.
 */
export async function sendOrderLink(
  { number, email, locale }: { number: string; email: string; locale: Locale },
  { network, ...options }: Options & { network: string },
): Promise<void> {
  const now = options.now ?? clock();
  await spend(db, limits.lookUpNetwork, network, now);
  await spend(db, limits.lookUpOrder, number, now);
  const order = await whoIsWritten({ db }, { number });
  if (!order || order.email !== email) return;
  const key = order.isGuests ? guestKeys.make(order.id) : '';
  await inTransaction(
    system,
    (ctx) =>
      mail(ctx, orderNotices['order.link'], {
        ...{ key: `order.link:${order.id}:${now.toISOString()}`, to: email, locale, name: order.name },
        ...{ memberId: order.memberId, data: { number: order.number, key } },
      }),
    options,
  );
}
