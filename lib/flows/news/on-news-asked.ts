import type { Reaction } from '@/lib/core/worker-part';
import type { Locale } from '@/lib/core/locale';
import { makeLinkKey } from '@/lib/news/keys';
import { leaveAddress } from '@/lib/news/leave-address';
import { newsNotices } from '@/lib/news/notices';
import { getConsent } from '@/lib/news/queries';
import { mail } from '@/lib/notifications/commands';

/** Mails the link that confirms an address; one that is on the list already gets the link by which it leaves. */
export const mailConfirmation: Reaction<'news.asked'> = (ctx, event) => mailLink(ctx, event);

/** Tells an address that it is on the list, and how it leaves. */
export const mailJoined: Reaction<'news.confirmed'> = (ctx, event) => mailLink(ctx, event);

async function mailLink(...[ctx, { id: eventId, payload }]: Parameters<Reaction<'news.asked' | 'news.confirmed'>>) {
  const consent = await getConsent(ctx, payload);
  if (!consent) return;
  const to = { key: `news:${eventId}`, to: consent.email, locale: consent.locale as Locale };
  if (consent.confirmedAt)
    await mail(ctx, newsNotices['news.joined'], {
      ...{ ...to, leave: leaveAddress(to.locale, consent.id) },
      data: { key: makeLinkKey('leave', consent.id) },
    });
  else await mail(ctx, newsNotices['news.asked'], { ...to, data: { key: makeLinkKey('confirm', consent.id) } });
}
