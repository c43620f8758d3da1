import type { RequestListener } from 'node:http';

import { afterEach, describe, expect, it } from 'vitest';

import { createGuardedFetch } from '@/lib/outside/fetch';
import { standInKey } from '@/tests/support/discourse-stand-in';
import { insideFetch } from '@/tests/support/inside-fetch';
import { startLoopbackServer, type LoopbackServer } from '@/tests/support/loopback-server';
import { stillClock } from '@/tests/support/read-stand-in';

import { createApi, ForumStopped } from './api-client';

const open: LoopbackServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function forum(answer: RequestListener, perMinute = 60) {
  const server = await startLoopbackServer(answer);
  open.push(server);
  const clock = stillClock();
  const waits: [number, string][] = [];
  const api = createApi({
    ...{ site: `http://old.example:${server.port}`, key: standInKey, username: 'system', perMinute },
    ...{ fetch: insideFetch([server.port, ...open.map(({ port }) => port)]), now: clock.now, pause: clock.pause },
    onWait: (ms, why) => waits.push([ms, why]),
  });
  return { api, server, clock, waits };
}

/** Answers with each of these in turn, and with the last one ever after. */
function inTurn(...answers: RequestListener[]): RequestListener {
  let at = 0;
  return (request, response) => answers[Math.min(at++, answers.length - 1)]!(request, response);
}

const good: RequestListener = (_, response) => void response.end('{"good":true}');
const status =
  (code: number, headers = {}, body = 'no'): RequestListener =>
  (_, response) =>
    void response.writeHead(code, headers).end(body);
const found = { ok: true, value: { good: true } };

describe('a forum that is asked', () => {
  it('gets the key as headers, at a steady pace', async () => {
    const seen: unknown[] = [];
    const { api, clock } = await forum((request, response) => {
      seen.push([request.headers['api-key'], request.headers['api-username']]);
      response.end('{"good":true}');
    });
    for (let each = 0; each < 4; each += 1) expect(await api.get('/a.json')).toEqual(found);
    expect(seen[0]).toEqual([standInKey, 'system']);
    expect(clock.passed()).toBe(3_000);
    expect(api.count).toEqual({ requests: 4, waited: 0 });
  });

  it.each([
    ['by its header', status(429, { 'retry-after': '17' }), 17_000],
    ['in its body', status(429, {}, '{"extras":{"wait_seconds":9}}'), 9_000],
    ['without saying how long', status(429), 30_000],
    ['by a moment', status(429, { 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }), 1_000],
    ['while it is closed for a moment', status(503, { 'retry-after': '40' }), 40_000],
  ])('is left alone when it asks for it %s, and asked more slowly', async (_, busy, ms) => {
    const { api, waits, clock } = await forum(inTurn(busy, good));
    expect(await api.get('/a.json')).toEqual(found);
    expect(waits).toEqual([[ms, 'the forum asks for it']]);
    const before = clock.now();
    await api.get('/a.json');
    await api.get('/a.json');
    expect(clock.now() - before).toBeGreaterThan(2_000);
  });

  it('is not waited for without end', async () => {
    const day = await forum(status(429, { 'retry-after': '86400' }));
    await expect(day.api.get('/a.json')).rejects.toThrow(/too many requests.*again later/);
    const always = await forum(status(429, { 'retry-after': '1' }));
    await expect(always.api.get('/a.json')).rejects.toThrow(ForumStopped);
    expect(always.server.requests).toHaveLength(21);
  });

  it.each([
    ['errors', status(500)],
    ['no JSON', status(200, {}, '<html>Welcome</html>')],
    ['half of JSON', status(200, {}, '{"good":tr')],
    ['letters that are none', (_, response) => void response.end(Buffer.from('{"good":"\u00fc"}', 'latin1'))],
    ['a hung up line', (request) => request.socket.destroy()],
  ] satisfies [string, RequestListener][])('is asked again, later each time, after %s', async (_, broken) => {
    const { api, waits } = await forum(inTurn(broken, broken, broken, good));
    expect(await api.get('/a.json')).toEqual(found);
    expect(waits.map(([ms]) => ms)).toEqual([2_000, 4_000, 8_000]);
    const never = await forum(broken);
    expect(await never.api.get('/a.json')).toEqual({ ok: false, why: 'failing' });
    expect(never.server.requests).toHaveLength(6);
    expect(never.waits.map(([ms]) => ms)).toEqual([2_000, 4_000, 8_000, 16_000, 32_000]);
  });

  it.each([
    [404, 'gone'],
    [410, 'gone'],
    [403, 'refused'],
    [401, 'refused'],
    [422, 'refused'],
  ])('is believed when it answers %i', async (code, why) => {
    const { api, server } = await forum(status(code));
    expect(await api.get('/a.json')).toEqual({ ok: false, why });
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ['nested deeper than anything', `${'['.repeat(3_000_000)}`, 'the answer is nested too deeply'],
    [
      'nested as deeply, and whole',
      `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`,
      'the answer is nested too deeply',
    ],
    ['of millions of values', `[${'[],'.repeat(2_000_000)}[]]`, 'the answer says far too much'],
    ['of millions of numbers', `[${'1,'.repeat(4_000_000)}1]`, 'the answer says far too much'],
  ])('that answers JSON %s fails in words', async (_, body, words) => {
    const { api, waits, server } = await forum((__, response) => void response.end(body));
    expect(await api.get('/a.json')).toEqual({ ok: false, why: 'failing' });
    expect([server.requests.length, new Set(waits.map(([, why]) => why))]).toEqual([6, new Set([words])]);
    const busy = await forum(inTurn(status(429, {}, body), good));
    expect(await busy.api.get('/a.json')).toEqual(found);
    expect(busy.waits).toEqual([[30_000, 'the forum asks for it']]);
  });

  it('and answers as much as a thousand long posts is read', async () => {
    const post = {
      id: 1,
      actions_summary: [{ id: 2, count: 3 }],
      polls: [{ options: [{ votes: 1 }] }],
      raw: '[[[{{{,,,'.repeat(99),
    };
    const value = {
      post_stream: {
        posts: Array.from({ length: 1_000 }, () => post),
        stream: Array.from({ length: 150_000 }, (__, at) => at),
      },
    };
    const { api } = await forum((__, response) => void response.end(JSON.stringify(value)));
    expect(await api.get('/a.json')).toEqual({ ok: true, value });
  });

  it('says how often it is asked, and is asked as often again once it has answered for long', async () => {
    const { api } = await forum(inTurn(status(429, { 'retry-after': '1' }), good));
    expect(api.perMinute()).toBe(60);
    await api.get('/a.json');
    expect(api.perMinute()).toBe(48);
    for (let each = 0; each < 100; each += 1) await api.get('/a.json');
    expect(api.perMinute()).toBe(60);
  });

  it('that answers more than anybody reads is cut off', async () => {
    const { api } = await forum((_, response) => {
      response.writeHead(200, { 'content-length': `${60 * 1_048_576}` });
      response.write('{"long":"');
    });
    expect(await api.get('/a.json')).toEqual({ ok: false, why: 'too-large' });
  });
});

describe('the key', () => {
  it('goes along with a redirect within the forum, and to no other site, port or scheme', async () => {
    const elsewhere = await forum(good);
    const seen: (string | undefined)[] = [];
    const { api } = await forum((request, response) => {
      seen.push(request.headers['api-key'] as string | undefined);
      if (request.url === '/moved.json') response.writeHead(301, { location: '/here.json' }).end();
      else if (request.url === '/away.json')
        response.writeHead(302, { location: `http://old.example:${elsewhere.server.port}/a.json` }).end();
      else if (request.url === '/other.json')
        response.writeHead(302, { location: `http://other.example:${elsewhere.server.port}/a.json` }).end();
      else response.end('{"good":true}');
    });
    expect(await api.get('/moved.json')).toEqual(found);
    expect(seen).toEqual([standInKey, standInKey]);
    for (const path of ['/away.json', '/other.json'])
      await expect(api.get(path)).rejects.toThrow(/sends us to another site/);
    expect(elsewhere.server.requests).toEqual([]);
  });

  it('never goes over http, nor into this machine', async () => {
    const { server } = await forum(good);
    const get = (fetch: ReturnType<typeof createGuardedFetch>, site: string) =>
      createApi({ site, key: standInKey, username: 'system', perMinute: 60, fetch }).get('/a.json');
    const guarded = createGuardedFetch({ ports: [server.port, 443] });
    await expect(get(guarded, `http://old.example:${server.port}`)).rejects.toThrow(/https only/);
    await expect(get(guarded, `https://127.0.0.1:${server.port}`)).rejects.toThrow(/not on the open internet/);
    expect(server.requests).toEqual([]);
  });

  it('stands in no words of a refusal', async () => {
    const { api } = await forum((request, response) => {
      const place = `http://evil.example:${request.socket.localPort}/${String(request.headers['api-key'])}`;
      response.writeHead(302, { location: place }).end();
    });
    const said = await api.get('/a.json').catch((error: Error) => `${error.message} ${error.stack}`);
    expect(said).toContain('another site');
    expect(said).not.toContain(standInKey);
  });
});
