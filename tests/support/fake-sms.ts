import { createHash, createHmac } from 'node:crypto';

import { env } from '@/lib/core/env';

import { startLoopbackServer } from './loopback-server';

export type SentSms = { by: 'twilio' | 'aliyun'; to: string; code: string; text: string };

export type FakeSms = {
  url: string;
  /** What was sent, oldest first. */
  sent: SentSms[];
  /** What is answered instead of taking messages: a status and a body. */
  refusal: { status: number; body: unknown } | null;
  /** What a look at the account, its numbers and its template finds. */
  setup: { account: string; numbers: string[]; template: number | null; refused: boolean };
  /** Holds answers back until it is released. */
  held: Promise<void> | null;
  close(): Promise<void>;
};

const twilio = { sid: `AC${'0'.repeat(32)}`, token: 'twilio-token', from: '+12025550100' };
const aliyun = { id: 'aliyun-key', secret: 'aliyun-secret', sign: '狐尾', template: 'SMS_1' };
const settings = [
  'TWILIO_ACCOUNT_SID',
  'TWILIO_AUTH_TOKEN',
  'TWILIO_FROM',
  'ALIYUN_SMS_KEY_ID',
  'ALIYUN_SMS_KEY_SECRET',
  'ALIYUN_SMS_SIGN',
  'ALIYUN_SMS_TEMPLATE',
  'SMS_API_URL',
] as const;

/** Takes every provider of messages away from this process. */
export function withoutSms(): void {
  for (const name of settings) delete env[name];
}

/** Gives this process the providers of a fake, or one of them. */
export function useSms({ url }: Pick<FakeSms, 'url'>, ...which: ('twilio' | 'aliyun')[]): void {
  withoutSms();
  const all = which.length === 0 ? ['twilio', 'aliyun'] : which;
  env.SMS_API_URL = url;
  if (all.includes('twilio'))
    Object.assign(env, { TWILIO_ACCOUNT_SID: twilio.sid, TWILIO_AUTH_TOKEN: twilio.token, TWILIO_FROM: twilio.from });
  if (all.includes('aliyun'))
    Object.assign(env, {
      ALIYUN_SMS_KEY_ID: aliyun.id,
      ALIYUN_SMS_KEY_SECRET: aliyun.secret,
      ALIYUN_SMS_SIGN: aliyun.sign,
      ALIYUN_SMS_TEMPLATE: aliyun.template,
    });
}

/** As much of Twilio's and Alibaba Cloud's APIs as the shop uses, on 127.0.0.1; both refuse what is signed by another key. */
export async function startFakeSms(): Promise<FakeSms> {
  const server = await startLoopbackServer((request, response) => {
    void bodyOf(request).then(async (body) => {
      await fake.held;
      const url = new URL(request.url ?? '', fake.url);
      const reply = request.headers['x-acs-action']
        ? askAliyun(request.headers as Record<string, string>, url)
        : askTwilio(request.headers.authorization ?? '', url, body);
      response.writeHead(reply.status, { 'content-type': 'application/json' }).end(JSON.stringify(reply.body));
    });
  });

  const fake: FakeSms = {
    url: `http://127.0.0.1:${server.port}`,
    sent: [],
    refusal: null,
    setup: { account: 'active', numbers: [twilio.from], template: 1, refused: false },
    held: null,
    close: () => server.close(),
  };

  function askTwilio(authorization: string, url: URL, body: string) {
    const expected = `Basic ${Buffer.from(`${twilio.sid}:${twilio.token}`).toString('base64')}`;
    if (authorization !== expected || fake.setup.refused) return { status: 401, body: { code: 20003 } };
    const path = url.pathname.replace(`/2010-04-01/Accounts/${twilio.sid}`, '');
    if (path === '.json') return { status: 200, body: { status: fake.setup.account } };
    if (path === '/IncomingPhoneNumbers.json') {
      const owned = fake.setup.numbers.filter((number) => number === url.searchParams.get('PhoneNumber'));
      return { status: 200, body: { incoming_phone_numbers: owned.map((number) => ({ phone_number: number })) } };
    }
    const form = new URLSearchParams(body);
    if (path !== '/Messages.json' || form.get('From') !== twilio.from) return { status: 404, body: { code: 20404 } };
    if (fake.refusal) return fake.refusal;
    const text = form.get('Body') ?? '';
    fake.sent.push({ by: 'twilio', to: form.get('To') ?? '', text, code: /#(\d{6})$/.exec(text)?.[1] ?? '' });
    return { status: 201, body: { sid: 'SM1', status: 'queued' } };
  }

  function askAliyun(headers: Record<string, string>, url: URL) {
    if (fake.setup.refused || !isSigned(headers, url)) return { status: 400, body: { Code: 'SignatureDoesNotMatch' } };
    const asked = Object.fromEntries(url.searchParams);
    if (headers['x-acs-action'] === 'QuerySmsTemplate')
      return fake.setup.template === null || asked.TemplateCode !== aliyun.template
        ? { status: 200, body: { Code: 'isv.SMS_TEMPLATE_ILLEGAL' } }
        : { status: 200, body: { Code: 'OK', TemplateStatus: fake.setup.template } };
    if (fake.refusal) return fake.refusal;
    const { code } = JSON.parse(asked.TemplateParam ?? '{}') as { code?: string };
    fake.sent.push({ by: 'aliyun', to: `+86${asked.PhoneNumbers}`, text: asked.SignName ?? '', code: code ?? '' });
    return { status: 200, body: { Code: 'OK', Message: 'OK', BizId: '1' } };
  }
  return fake;
}

// Reckoned from what came over the wire, apart from the program's own signature.
function isSigned(headers: Record<string, string>, url: URL): boolean {
  const { authorization = '' } = headers;
  const [, id, names = '', signature] =
    /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/.exec(authorization) ?? [];
  const lines = names.split(';').map((name) => `${name}:${headers[name]}\n`);
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  const request = ['POST', '/', url.search.slice(1), lines.join(''), names, digest('')].join('\n');
  const right = createHmac('sha256', aliyun.secret)
    .update(`ACS3-HMAC-SHA256\n${digest(request)}`)
    .digest('hex');
  return id === aliyun.id && signature === right && names.includes('host');
}

async function bodyOf(request: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
