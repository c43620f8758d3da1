export type Mail = {
  /** One bare address. */
  to: string;
  subject: string;
  text: string;
  html?: string;
  headers?: Record<string, string>;
};

export type MailRefusal = 'bad-recipient' | 'header-injection';

/** Why a mail was not handed over. */
export class MailRefused extends Error {
  constructor(
    readonly code: MailRefusal,
    message: string,
  ) {
    super(message);
    this.name = 'MailRefused';
  }
}

const ONE_ADDRESS = /^[^\s@<>(),;:"[\]\\]{1,64}@[^\s@<>(),;:"[\]\\]{1,255}$/;
const HEADER_NAME = /^[A-Za-z0-9-]{1,76}$/;
const LINE_BREAKS = /(?!\t)\p{Cc}|[\u2028\u2029]/u;
const OURS = new Set([
  'to',
  'cc',
  'bcc',
  'from',
  'sender',
  'subject',
  'content-type',
  'content-transfer-encoding',
  'mime-version',
]);

/**
 * Lets a mail pass whose every header is one line and whose recipient is one address. Throws MailRefused:
 * bad-recipient, header-injection.
 */
export function checkMail(mail: Mail): void {
  if (LINE_BREAKS.test(mail.to) || !ONE_ADDRESS.test(mail.to))
    throw new MailRefused('bad-recipient', 'not one address');
  if (LINE_BREAKS.test(mail.subject)) throw new MailRefused('header-injection', 'a subject of several lines');
  for (const [name, value] of Object.entries(mail.headers ?? {})) {
    if (!HEADER_NAME.test(name) || OURS.has(name.toLowerCase()))
      throw new MailRefused('header-injection', `the header ${JSON.stringify(name)}`);
    if (LINE_BREAKS.test(value)) throw new MailRefused('header-injection', `several lines in ${name}`);
  }
}
