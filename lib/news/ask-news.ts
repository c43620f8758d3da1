import type { Actor } from '@/lib/core/actor';
import { transact, type Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { Refused } from '@/lib/core/errors';
import { signingKey } from '@/lib/core/keys';
import { spend } from '@/lib/core/limits';
import type { Locale } from '@/lib/core/locale';
import { mailboxOf } from '@/lib/core/mailbox';
import { clock } from '@/lib/core/time';

import { askForNews } from './commands';
import { limits } from './limits';

const mailboxKey = signingKey('news.limit');

/**
 * Takes an address that wants news, within the limits of its sender's network and of its mailbox. A mailbox that was written to
 * often enough gets nothing more, and its sender the same answer. Refuses with rate-limited, and with mail-not-set.
 */
export async function askNews(
  actor: Actor,
  wish: { email: string; locale: Locale; wording: string },
  options: Options = {},
): Promise<void> {
  if (!env.hasMail) throw new Refused('mail-not-set', 'no mail can be sent');
  const now = options.now ?? clock();
  await spend(db, limits.ask, actor.kind === 'system' ? 'system' : (actor.ip ?? 'unknown'), now);
  await spend(db, limits.askAll, 'all', now);
  if (await isFull(wish.email, now)) return;
  await transact(askForNews)(actor, wish, { ...options, now });
}

async function isFull(email: string, now: Date): Promise<boolean> {
  try {
    await spend(db, limits.askMailbox, mailboxKey.digest(mailboxOf(email)), now);
    return false;
  } catch (error) {
    if (error instanceof Refused) return true;
    throw error;
  }
}
