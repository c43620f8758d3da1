import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { makeApiKey } from '@/tests/support/api';
import { startLoopbackServer } from '@/tests/support/loopback-server';

import { forgetOpening } from './opening';
import { serveClosed } from './serve-closed';
import { serveEndpoint } from './serve-endpoint';

const api = '/api/admin/v1/orders';
let closed = false;
let server: Awaited<ReturnType<typeof startLoopbackServer>>;
let key: string;

beforeAll(async () => {
  server = await startLoopbackServer((request, response) => {
    const serve = async () => {
      if (!(await serveEndpoint(request, response))) response.writeHead(200).end('something else');
    };
    void (closed ? serveClosed(request, response, { file: serve, uncached: serve }) : serve());
  });
  ({ key } = await makeApiKey());
});
afterEach(() => {
  closed = false;
  forgetOpening();
});
afterAll(() => server.close());

const ask = (path: string, init: RequestInit & { headers?: Record<string, string> } = {}, given = key) =>
  fetch(`http://127.0.0.1:${server.port}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${given}`, ...init.headers },
  });

describe('over HTTP', () => {
  it('answers are private, in JSON, and open to no page of another site', async () => {
    for (const given of [key, 'none']) {
      const { headers } = await ask(api, { headers: { origin: 'https://elsewhere.example' } }, given);
      expect(headers.get('cache-control')).toBe('private, no-store');
      expect(headers.get('content-type')).toBe('application/json');
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    const foreign = await ask(`${api}/A/shipments`, {
      method: 'POST',
      body: '{}',
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(foreign.status).toBe(403);
  });

  it('a body that is no JSON, or too long, is refused in words, whatever length it announces', async () => {
    const long = JSON.stringify({ carrier: 'x'.repeat(70_000), tracking: '' });
    const chunked = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(long));
        controller.close();
      },
    });
    const bodies: { body: BodyInit }[] = [
      { body: '{' },
      { body: long },
      { body: chunked, duplex: 'half' } as { body: BodyInit },
    ];
    for (const init of bodies) {
      const answer = await ask(`${api}/A/shipments`, { method: 'POST', ...init });
      expect([answer.status, await answer.json()]).toEqual([
        400,
        { error: 'bad-json', message: expect.any(String) as string },
      ]);
    }
  });
});

describe('while the site is closed', () => {
  it('who brings a key that works reaches the API, and nothing else', async () => {
    closed = true;
    expect((await ask(`${api}?limit=1`)).status).toBe(200);
    expect((await ask(`${api}/NONE`)).status).toBe(404);
    expect((await ask('/api/admin/v1/openapi.json')).status).toBe(200);
    for (const path of ['/en', '/api/viewer', '/api/admin', '/api/admin/v1', '/api/adminx/v1/a', '/api/admin/v1//x'])
      expect([path, (await ask(path)).status]).toEqual([path, 503]);
  });

  it('all others hear that it is closed, as everywhere', async () => {
    closed = true;
    const { key: revoked, maker } = await makeApiKey();
    await db.apiKey.updateMany({ where: { makerId: maker.id }, data: { revokedAt: clock() } });
    const { key: asleep, maker: former } = await makeApiKey();
    await db.grant.deleteMany({ where: { memberId: former.id } });
    for (const given of [revoked, asleep, `mlt_${'x'.repeat(43)}`, 'none']) {
      const answer = await ask(api, {}, given);
      expect([answer.status, await answer.json()]).toEqual([503, { error: 'site-closed' }]);
    }
  });
});
