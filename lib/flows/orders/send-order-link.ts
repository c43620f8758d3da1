import { system } from '@/lib/core/actor';
import { inTransaction, type Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import type { Locale } from '@/lib/core/locale';
import { clock } from '@/lib/core/time';
import { mail } from '@/lib/notifications/mail';
import { guestKeys } from '@/lib/orders/guest-key';
import { orderNotices } from '@/lib/orders/notices';
import { whoIsWritten } from '@/lib/orders/queries';
import { mayMailLink, spendLookUp } from '@/lib/orders/spend-as-guest';

/**
 * Mails the link of an order to the address that was given with it. Answers the same whether they belong together or not, so that nobody
 * learns who has bought; refuses with rate-limited alone. It names nobody: until money comes, the name is whatever somebody typed beside that address.
 */
export async function sendOrderLink(
  { number, email, locale }: { number: string; email: string; locale: Locale },
  { network, ...options }: Options & { network: string },
): Promise<void> {
  const now = options.now ?? clock();
  await spendLookUp(db, { network, number, email, now });
  const order = await whoIsWritten({ db }, { number });
  if (!order || order.email !== email || !(await mayMailLink(db, { email, now }))) return;
  const key = order.isGuests ? guestKeys.make(order.id) : '';
  await inTransaction(
    system,
    (ctx) =>
      mail(ctx, orderNotices['order.link'], {
        ...{ key: `order.link:${order.id}:${now.toISOString()}`, to: email, locale },
        ...{ memberId: order.memberId, data: { number: order.number, key } },
      }),
    options,
  );
}
