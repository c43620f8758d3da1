import { env } from '@/lib/core/env';
import { Refused } from '@/lib/core/errors';

export { MailRefused, checkMail, type Mail, type MailRefusal } from './check-mail';
export { createMailer, type Mailer, type MailSettings } from './mailer';

/** Refuses where mail reaches nobody yet: for what only a mail can finish, such as a code. */
export function requireMail(): void {
  if (!env.hasMail) throw new Refused('mail-not-set', 'SMTP_URL and MAIL_FROM are missing');
}
