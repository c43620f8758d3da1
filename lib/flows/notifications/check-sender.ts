import { may, memberId, type Actor } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { allow, found, Refused } from '@/lib/core/errors';
import { env } from '@/lib/core/env';
import { spend } from '@/lib/core/limits';
import { clock } from '@/lib/core/time';
import { limits } from '@/lib/notifications/limits';
import { requireMail, senderDomain } from '@/lib/outside/mail';
import { checkSender as look, type SenderState } from '@/lib/outside/mail/check-sender';

/** Asks the name servers whether receivers can tell that the shop's mail is its own. Refuses with mail-not-set, mail-no-domain. */
export async function checkSender(actor: Actor, { selector }: { selector?: string }): Promise<SenderState> {
  allow(may(actor, 'brand.manage'));
  requireMail();
  const domain = senderDomain(env.MAIL_FROM);
  if (!domain) throw new Refused('mail-no-domain', 'MAIL_FROM names no domain');
  await spend(db, limits.checkSender, found(memberId(actor)), clock());
  return look(domain, selector);
}
