import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { db } from '@/lib/core/db';
import { domainMetrics } from '@/lib/domains-metrics';

import { fastAnswers } from './fast-answers';
import { openRegister } from './metrics-register';
import { timeRequest } from './request-metrics';
import { serveMetrics } from './serve-metrics';

const token = 'a-token-of-more-than-thirty-two-letters';
const server = createServer(
  (request, response) =>
    void (async () => {
      timeRequest(request, response);
      if (!(await serveMetrics(request, response, request.url === '/metrics' ? token : undefined)))
        response.end('other');
    })(),
);
let address: string;
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const ask = (authorization?: string, path = '/metrics', method = 'GET') =>
  fetch(address + path, { method, headers: authorization ? { authorization } : {} });
const read = async () => (await ask(`Bearer ${token}`)).text();
const valueOf = (text: string, name: string) =>
  Number(new RegExp(`^${name.replaceAll(/[{}"]/g, '\\$&')} (\\S+)$`, 'm').exec(text)?.[1]);

describe('GET /metrics', () => {
  it.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    `Bearer ${token}x`,
    `Bearer ${token.slice(1)}`,
    `Basic ${token}`,
    token,
  ])('is no address for who brings %j', async (authorization) => {
    const answer = await ask(authorization);
    expect([answer.status, await answer.text()]).toEqual([404, 'Not found\n']);
  });

  it('is nothing where no token is set, whatever is brought, and leaves all else alone', async () => {
    const response = { writeHead: () => response, end: () => response } as never;
    const bare = { url: '/metrics', method: 'GET', headers: { authorization: 'Bearer undefined' } } as never;
    expect(await serveMetrics(bare, response, undefined)).toBe(true);
    expect(await (await ask(`Bearer ${token}`, '/metrics/x')).text()).toBe('other');
    expect((await ask(`Bearer ${token}`, '/metrics', 'POST')).status).toBe(404);
  });

  it('tells every figure that is declared, and what the process is', async () => {
    const text = await read();
    for (const { name } of domainMetrics) expect(text).toContain(`# TYPE ${name} gauge`);
    for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_seconds', 'millet_database_connections'])
      expect(text).toContain(name);
    expect(valueOf(text, 'millet_mails_unsent')).toBe(0);
    expect(valueOf(text, 'millet_mail_oldest_unsent_seconds')).toBe(0);
  });

  it('follows what waits in the database, and what the hot paths count', async () => {
    const { claims } = fastAnswers;
    fastAnswers.claims += 3;
    const mail = { to: 'a@example.com', locale: 'en', kind: 'code', subject: 's', text: 't', html: 'h' };
    await db.mail.createMany({
      data: [
        { ...mail, key: 'one', createdAt: new Date(Date.now() - 90_000) },
        { ...mail, key: 'two', createdAt: new Date() },
        { ...mail, key: 'three', createdAt: new Date(0), sentAt: new Date() },
      ],
    });
    const text = await read();
    expect(valueOf(text, 'millet_mails_unsent')).toBe(2);
    expect(valueOf(text, 'millet_mail_oldest_unsent_seconds')).toBeGreaterThanOrEqual(90);
    expect(valueOf(text, 'millet_fast_answers_total{by="claims"}')).toBe(claims + 3);
    expect(valueOf(text, 'millet_request_duration_seconds_count{by="page",status="4xx"}')).toBeGreaterThanOrEqual(8);
  });

  it('names nobody: no label holds more than a name of ours', async () => {
    const labels = [...(await read()).matchAll(/^millet_\w+\{([^}]*)\}/gm)].flatMap(([, all]) =>
      [...all!.matchAll(/="([^"]*)"/g)].map(([, value]) => value!),
    );
    expect(labels.length).toBeGreaterThan(5);
    expect(labels.filter((value) => !/^[A-Za-z0-9_+.-]{1,40}$/.test(value))).toEqual([]);
  });
});

it('leaves out what cannot be read and tells the rest', async () => {
  const failing = { name: 'millet_failing', help: 'Fails.', labels: [], read: () => Promise.reject(new Error('away')) };
  const working = { name: 'millet_working', help: 'Works.', labels: [], read: async () => [{ value: 7 }] };
  const text = await openRegister([failing, working]).metrics();
  expect(text).toContain('millet_working 7');
  expect(text).not.toMatch(/^millet_failing /m);
});
