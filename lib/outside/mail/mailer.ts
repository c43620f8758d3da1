import { createTransport } from 'nodemailer';
import { checkMail, type Mail } from './check-mail';

export type MailSettings = {
  /** `smtp://` or `smtps://`, with user and password when the server asks for them. */
  url: string;
  /** The sender: `Foxtail Audio <hello@foxtail.example>`. */
  from: string;
};

export type Mailer = {
  /** Hands one mail to the server and returns its message id. */
  send(mail: Mail): Promise<{ messageId: string }>;
  close(): void;
};

const TIMEOUT_MS = 10_000;

/**
 * A mailer over SMTP. `send` throws MailRefused (bad-recipient, header-injection) before anything is sent,
 * and the server's own error when it does not take the mail, so that a job can try again.
 */
export function createMailer(settings: MailSettings): Mailer {
  const transport = createTransport({
    url: settings.url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail) => {
      checkMail(mail);
      const { to, subject, text, html, headers } = mail;
      const sent = await transport.sendMail({
        from: settings.from,
        to: { name: '', address: to },
        subject,
        text,
        html,
        headers,
      });
      return { messageId: sent.messageId };
    },
    close: () => transport.close(),
  };
}
