import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export type ReceivedMail = { from: string; to: string[]; source: string };
export type SmtpServer = { url: string; mails: ReceivedMail[]; close(): Promise<void> };

/** A mail server on 127.0.0.1 that takes everything, except for recipients whose name begins with "full". */
export async function startSmtpServer(): Promise<SmtpServer> {
  const mails: ReceivedMail[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket.on('close', () => open.delete(socket)));
    converse(socket, mails);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      for (const socket of open) socket.destroy();
    });
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, mails, close };
}

function converse(socket: Socket, mails: ReceivedMail[]): void {
  let pending = '';
  let mail: ReceivedMail = { from: '', to: [], source: '' };
  let inData = false;
  const say = (line: string) => socket.write(`${line}\r\n`);

  const hear = (line: string) => {
    if (inData) return hearData(line);
    const [, verb = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
    switch (verb.toUpperCase()) {
      case 'EHLO':
        return say('250 loopback');
      case 'MAIL': {
        mail = { from: addressIn(rest), to: [], source: '' };
        return say('250 ok');
      }
      case 'RCPT': {
        const to = addressIn(rest);
        if (to.startsWith('full')) return say('452 mailbox full');
        mail.to.push(to);
        return say('250 ok');
      }
      case 'DATA': {
        inData = true;
        return say('354 go on');
      }
      case 'QUIT':
        return say('221 bye') && socket.end();
      default:
        return say('250 ok');
    }
  };

  const hearData = (line: string) => {
    if (line !== '.') return (mail.source += `${line.replace(/^\./, '')}\r\n`);
    inData = false;
    mails.push(mail);
    return say('250 taken');
  };

  say('220 loopback');
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (pending + chunk).split('\r\n');
    pending = lines.pop()!;
    lines.forEach(hear);
  });
  socket.on('error', () => socket.destroy());
}

function addressIn(text: string): string {
  return /<([^>]*)>/.exec(text)?.[1] ?? '';
}

/** The words of a mail's plain part, read from its source as a mail program does. */
export function textOf(source: string): string {
  const [, head = '', body = ''] =
    /((?:^|\r\n)Content-Type: text\/plain[^]*?)\r\n\r\n([^]*?)(?=\r\n--|$)/i.exec(source) ?? [];
  const encoding = /Content-Transfer-Encoding: (\S+)/i.exec(head)?.[1]?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
