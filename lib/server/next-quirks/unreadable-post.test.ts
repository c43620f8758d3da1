import { Agent, request } from 'node:http';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { bareBuildMs, startBareNext, type BareNext } from '@/tests/support/bare-next';

let server: BareNext;
let fields: [string, string][];
let called: string;
beforeAll(async () => {
  server = await startBareNext('lib/server/next-quirks/unreadable-post.ts');
  const page = await (await fetch(`http://127.0.0.1:${server.port}/en/form`)).text();
  fields = [...page.matchAll(/name="(\$ACTION[^"]*)"(?: value="([^"]*)")?/g)].map(([, name = '', value = '']) => [
    name,
    value.replaceAll('&quot;', '"'),
  ]);
  called = /"id":"(\w+)"/.exec(fields.join())![1]!;
}, bareBuildMs);
afterAll(() => server.stop());

const boundary = 'x1';
const big = 'a'.repeat(600_000);
const partsOf = (parts: [string, string][]) =>
  parts
    .map(([name, text]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`)
    .join('');
const whole = (parts: [string, string][]) => `${partsOf(parts)}--${boundary}--\r\n`;

// As bytes that come one after another: more than what is held before a page is begun.
async function post(text: string, headers: Record<string, string> = {}, path = '/zh/form') {
  const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, {
    method: 'POST',
    body: new Blob([text]).stream(),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, ...headers },
    redirect: 'manual',
    ...{ duplex: 'half' },
  });
  return { status: answer.status, text: await answer.text() };
}
const call = (text: string, headers: Record<string, string> = {}) => post(text, { 'next-action': called, ...headers });

it.each([
  ['cut short', () => post(partsOf([['word', big]]))],
  ['without its boundary', () => post(big)],
  ['with a broken part at its beginning', () => post(`--${boundary}\r\nno header\r\n\r\n${big}`)],
  [
    'whose arguments are no JSON',
    () => post(whole([...fields.map(([n, v]): [string, string] => [n, n.endsWith(':1') ? '[' : v]), ['word', big]])),
  ],
  [
    'of a call, cut short',
    () =>
      call(
        partsOf([
          ['0', '["idle","$K1"]'],
          ['_1_word', big],
        ]),
      ),
  ],
  ['of a call, without its boundary', () => call(big)],
  ['of a call, with a broken part at its beginning', () => call(`--${boundary}\r\nno header\r\n\r\n${big}`)],
  [
    'of a call, whose arguments are no JSON',
    () =>
      call(
        whole([
          ['0', '['],
          ['_1_word', big],
        ]),
      ),
  ],
  ['of a call, that is text', () => call(`{${big}`, { 'content-type': 'text/plain' })],
])('answers 400 in words to a long body %s', async (_what, send) => {
  const { status, text } = await send();
  expect([status, text.includes('没能读懂')]).toEqual([400, true]);
});

// Node 22 and 24 leave the connection paused now and then: with it went every request that came after.
it('answers what comes next on the same connection', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = (method: string, path: string, body = '') =>
    new Promise<number>((resolve, reject) => {
      const headers = method === 'POST' && { 'content-type': `multipart/form-data; boundary=${boundary}` };
      request({ port: server.port, method, path, agent, headers: { 'next-action': called, ...headers } }, (answer) =>
        answer.resume().once('end', () => resolve(answer.statusCode ?? 0)),
      )
        .once('error', reject)
        .end(body);
    });
  const answers: number[] = [];
  for (let round = 0; round < 8; round += 1)
    answers.push(
      await send('POST', '/zh/form', `--${boundary}\r\nno header\r\n\r\n${big}`),
      await send('GET', '/handler/a'),
    );
  agent.destroy();
  expect(answers).toEqual(Array.from({ length: 8 }, () => [400, 200]).flat());
});

it('answers 409 in words to the form of a page from before an update, and a call as Next’s scripts understand it', async () => {
  const old = fields.map(([name, value]): [string, string] => [name, value.replace(called, `60${'0'.repeat(40)}`)]);
  const { status, text } = await post(whole(old));
  expect([status, text.includes('已经过期')]).toEqual([409, true]);
  expect((await post(whole([['0', '[]']]), { 'next-action': `60${'0'.repeat(40)}` })).status).toBe(409);
});

it('leaves what can be read alone, and what fails by a fault of ours', async () => {
  const calling = (word: string) =>
    call(
      whole([
        ['_1_rest', big],
        ['_1_word', word],
        ['0', '["idle","$K1"]'],
      ]),
    );
  const posting = (word: string) => post(whole([...fields, ['rest', big], ['word', word]]));
  expect((await calling('millet')).text).toContain('posted millet');
  expect((await calling('fail')).status).toBe(500);
  expect((await posting('millet')).status).toBe(200);
  expect((await posting('fail')).status).toBe(500);
  const plain = { 'content-type': 'text/plain', 'x-fail': '1', 'user-agent': 'made-whole' };
  expect((await post(big, plain)).status).toBe(500);
});
