import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { log } from '@/lib/core/log';
import { clock } from '@/lib/core/time';
import { createMailer, MailRefused, type Mailer } from '@/lib/outside/mail';

// RFC 3834: no holiday notice answers what nobody wrote by hand.
const automatic = { 'Auto-Submitted': 'auto-generated' };

const forgotten = { text: '', html: '', leave: null };

// One press in the mail program, without a page in between (RFC 8058).
const leaving = (leave: string) => ({
  'List-Unsubscribe': `<${leave}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

let mailer: Mailer | undefined;

/** Hands a written mail to the mail server; without one (the embedded demo) it stays for the mailbox page. */
export async function sendMail(mailId: string, given?: Mailer): Promise<void> {
  const server =
    given ?? (env.SMTP_URL ? (mailer ??= createMailer({ url: env.SMTP_URL, from: env.MAIL_FROM })) : undefined);
  if (!server && !env.embedded) log.warn({ mailId }, 'no mail server is set: the mail was not sent');
  const mail = server && (await db.mail.findUnique({ where: { id: mailId } }));
  if (!mail || mail.sentAt) return;
  try {
    const { to, subject, text, html, leave } = mail;
    await server.send({ to, subject, text, html, headers: { ...automatic, ...(leave && leaving(leave)) } });
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    // It will be refused at every try: asking the queue to try again would only fill it.
    log.warn({ mailId, code: error.code }, 'mail refused');
    if (mail.secret) await db.mail.update({ where: { id: mailId }, data: forgotten });
    return;
  }
  await db.mail.update({ where: { id: mailId }, data: { sentAt: clock(), ...(mail.secret && forgotten) } });
}
