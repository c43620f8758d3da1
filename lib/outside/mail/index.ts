import { env } from '@/lib/core/env';
import { Refused } from '@/lib/core/errors';

export { MailRefused, checkMail, type Mail, type MailRefusal } from './check-mail';
export { createMailer, type Mailer, type MailSettings } from './mailer';

/** The domain behind the address of a sender such as `Shop <hello@shop.example>`; null where it names none that others could look up. */
export function senderDomain(sender: string): string | null {
  const [, domain] = /@([a-z0-9-]+(?:\.[a-z0-9-]+)+)>?\s*$/i.exec(sender) ?? [];
  return domain?.toLowerCase() ?? null;
}

/** Refuses where mail reaches nobody yet: for what only a mail can finish, such as a code. */
export function requireMail(): void {
  if (!env.hasMail) throw new Refused('mail-not-set', 'SMTP_URL and MAIL_FROM are missing');
}
