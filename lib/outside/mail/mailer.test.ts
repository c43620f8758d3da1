import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSmtpServer, type SmtpServer } from '@/tests/support/smtp-server';
import { MailRefused, createMailer, type Mail, type Mailer } from '.';

const mail: Mail = {
  to: 'fan@demo.millet',
  subject: 'Your order',
  text: 'It is on its way.',
  html: '<p>It is <b>on its way</b>.</p>',
};

let server: SmtpServer;
let mailer: Mailer;
beforeAll(async () => {
  server = await startSmtpServer();
  mailer = createMailer({ url: server.url, from: 'Foxtail Audio <hello@foxtail.example>' });
});
beforeEach(() => void (server.mails.length = 0));
afterAll(async () => {
  mailer.close();
  await server.close();
});

describe('createMailer', () => {
  it('hands over text and HTML with its headers', async () => {
    const { messageId } = await mailer.send({
      ...mail,
      headers: { 'List-Unsubscribe': '<https://fans.example/en/mail>' },
    });
    const [{ from, to, source }] = server.mails as [SmtpServer['mails'][number]];
    expect({ from, to }).toEqual({ from: 'hello@foxtail.example', to: ['fan@demo.millet'] });
    expect(source).toContain(`Message-ID: ${messageId}`);
    expect(source).toContain('From: Foxtail Audio <hello@foxtail.example>');
    expect(source).toContain('Subject: Your order');
    expect(source).toContain('List-Unsubscribe: <https://fans.example/en/mail>');
    expect(source).toMatch(/text\/plain[\s\S]*It is on its way\.[\s\S]*text\/html[\s\S]*<b>on its way<\/b>/);
  });

  it('encodes Chinese', async () => {
    await mailer.send({ ...mail, subject: '您的订单已发货', text: '小米' });
    const subject = /Subject: =\?UTF-8\?B\?([^?]*)\?=/.exec(server.mails[0]!.source)?.[1];
    expect(Buffer.from(subject!, 'base64').toString()).toBe('您的订单已发货');
    expect(server.mails[0]!.source).toMatch(/5bCP57Gz|=E5=B0=8F=E7=B1=B3/);
  });

  it('does not end early at a line with one dot', async () => {
    await mailer.send({ ...mail, html: undefined, text: 'a\n.\nRCPT TO:<x@evil.example>\nb' });
    expect(server.mails).toHaveLength(1);
    expect(server.mails[0]!.to).toEqual(['fan@demo.millet']);
    expect(server.mails[0]!.source).toContain('RCPT TO:<x@evil.example>');
  });

  it.each([
    'fan@demo.millet, other@demo.millet',
    'fan@demo.millet\r\nBcc: x@evil.example',
    'fan@demo.millet\n',
    '<fan@demo.millet>',
    'Fan <fan@demo.millet>',
    'fan@demo.millet>\r\nRCPT TO:<x@evil.example',
    'fan',
    '',
    'a b@demo.millet',
    'group:a@b.example;',
  ])('refuses the recipient %j', (to) => refuses({ ...mail, to }, 'bad-recipient'));

  it.each([
    ['a subject of two lines', { subject: 'Hi\r\nBcc: x@evil.example' }],
    ['a subject with a bare line feed', { subject: 'Hi\nX: y' }],
    ['a header value of two lines', { headers: { 'X-Order': '1\r\nBcc: x@evil.example' } }],
    ['a header name with a colon', { headers: { 'X: y\r\nBcc': 'x@evil.example' } }],
    ['a second recipient', { headers: { Bcc: 'x@evil.example' } }],
    ['another sender', { headers: { From: 'x@evil.example' } }],
  ])('refuses %s', (_name, change) => refuses({ ...mail, ...change }, 'header-injection'));

  it('passes the refusal of the server on', async () => {
    await expect(mailer.send({ ...mail, to: 'full@demo.millet' })).rejects.toThrow(/452/);
    await mailer.send(mail);
    expect(server.mails).toHaveLength(1);
  });

  it('says so when there is no server', async () => {
    const nowhere = createMailer({ url: 'smtp://127.0.0.1:1', from: 'hello@foxtail.example' });
    await expect(nowhere.send(mail)).rejects.toThrow(/ECONNREFUSED/);
    nowhere.close();
  });
});

async function refuses(bad: Mail, code: string): Promise<void> {
  await expect(mailer.send(bad)).rejects.toSatisfy(
    (error) => error instanceof MailRefused && error.code === code,
    code,
  );
  expect(server.mails).toEqual([]);
}
