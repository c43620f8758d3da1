/** Requests that two readers could take for different ones, against the whole process: front, pages' thread and Next. */
import { attempts } from '@/tests/fixtures/desync/attempts';
import { sendRaw } from '@/tests/support/desync';

import { expect, test } from './support/test';
import { sessionOf } from './support/world';

const port = Number(new URL(process.env.E2E_ADDRESS!).port);
const asOurs = (bytes: string) =>
  bytes
    .replaceAll('/bait', '/en')
    .replaceAll('/stolen', '/api/auth/providers?stolen=1')
    .replace(/(\r\n\r\n|^)31(\r\n)/g, '$144$2');
const ask = (path: string, cookie = '') =>
  sendRaw(port, `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${cookie}Connection: close\r\n\r\n`, {
    firstMs: 20_000,
    quietMs: 20_000,
    mostMs: 20_000,
  });

test('nobody is answered with what is another’s, whatever came before on the connection', async () => {
  test.setTimeout(300_000);
  const { name, value } = await sessionOf('fan');
  const own = `Cookie: ${name}=${value}\r\n`;
  const trouble: string[] = [];
  const queue = [...attempts];
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let attempt = queue.pop(); attempt; attempt = queue.pop()) {
        const { heard } = await sendRaw(port, asOurs(attempt.bytes), { firstMs: attempt.sound ? 10_000 : 500 });
        const [member, guest] = [await ask('/en/account', own), await ask('/en/account')];
        if (!/^HTTP\/1\.1 200[^]*fan@demo\.millet/.test(member.heard))
          trouble.push(`${attempt.name}: the member heard ${member.heard.slice(0, 200)}`);
        if (!guest.heard.startsWith('HTTP/1.1 307') || guest.heard.includes('fan@demo.millet'))
          trouble.push(`${attempt.name}: the guest heard ${guest.heard.slice(0, 200)}`);
        if (/fan@demo\.millet/.test(heard)) trouble.push(`${attempt.name}: the attacker heard the member’s page`);
      }
    }),
  );
  expect(trouble).toEqual([]);
});

test('what is not passed on is refused before it is read', async () => {
  const statusOf = async (request: string) =>
    (await sendRaw(port, request, { firstMs: 10_000, quietMs: 300 })).heard.slice(9, 12);
  const head = 'Host: 127.0.0.1\r\n';
  expect(await statusOf(`TRACE / HTTP/1.1\r\n${head}\r\n`)).toBe('405');
  expect(await statusOf(`POST /api/internal/tags HTTP/1.1\r\n${head}Transfer-Encoding: chunked\r\n\r\n`)).toBe('404');
  expect(await statusOf(`POST /api/auth/signout HTTP/1.1\r\n${head}Content-Length: 100000000\r\n\r\n`)).toBe('413');
  expect(
    await statusOf(`POST /api/upload HTTP/1.1\r\n${head}Content-Length: 10000000\r\n\r\n${'x'.repeat(50_000)}`),
  ).toBe('401');
  expect(await statusOf(`POST /api/auth/_log HTTP/1.1\r\n${head}Content-Length: 0\r\n\r\n`)).toBe('404');
  expect(await statusOf(`GET /api/auth/session HTTP/1.1\r\n${head}\r\n`)).toBe('404');
  expect(await statusOf(`GET /en/t/999999.rsc HTTP/1.1\r\n${head}\r\n`)).toBe('404');
  expect(await statusOf(`GET /api/viewer?path=/en HTTP/1.1\r\n${head}Cookie: next-auth.session-token=%\r\n\r\n`)).toBe(
    '200',
  );
  expect(await statusOf(`GET /en HTTP/1.1\r\nHost: rebound.example\r\n\r\n`)).toBe('421');
});

test('a page has one address, and is made in a coding that its reader takes', async ({ request }) => {
  const moved = await request.get('/en/%62oards/./lounge', { maxRedirects: 0 });
  expect([moved.status(), new URL(moved.headers().location!, process.env.E2E_ADDRESS!).pathname]).toEqual([
    308,
    '/en/boards/lounge',
  ]);
  const asset = /\/_next\/static\/[^"]+\.css/.exec(await (await request.get('/en')).text())![0];
  for (const [coding, used] of [
    ['deflate', undefined],
    ['gzip', 'gzip'],
    ['identity', undefined],
    ['br', undefined],
    ['gzip;q=0', undefined],
  ] as const) {
    for (const address of ['/en', asset]) {
      const answer = await request.get(address, { headers: { 'accept-encoding': coding } });
      expect([address, coding, answer.status(), answer.headers()['content-encoding']]).toEqual([
        address,
        coding,
        200,
        used,
      ]);
    }
  }
  expect((await request.get(asset.replace(/.css$/, '%2ecss'), { maxRedirects: 0 })).status()).toBe(308);
  expect((await request.get('/_next/static/none.css')).status()).toBe(404);
});
