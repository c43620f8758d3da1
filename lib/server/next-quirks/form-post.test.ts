import { expect, it } from 'vitest';

import { startLoopbackServer } from '@/tests/support/loopback-server';

import { isForeignPost, isReadablePost } from './form-post';
import { refuseForm } from './refuse-form';
import { refuseRouterState } from './router-state';

const boundary = 'x1';
const multipart = { 'content-type': `multipart/form-data; boundary=${boundary}` };
const called = { ...multipart, 'next-action': '40aa' };

const partsOf = (parts: Record<string, string>) =>
  Buffer.from(
    Object.entries(parts)
      .map(([name, text]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`)
      .join('') + `--${boundary}--\r\n`,
  );

it.each([
  ['a form', multipart, partsOf({ a: 'b', 'c d': '' })],
  ['fields of any kind', { 'content-type': 'application/x-www-form-urlencoded' }, Buffer.from('%%%&a=%ff')],
  ['nothing', {}, Buffer.alloc(0)],
  ['a call with a form', called, partsOf({ '1_email': '$ not', '0': '[{"status":"idle"},"$K1"]' })],
  [
    'a call after a refusal, one problem in two places, with dates, numbers and a text that begins with a dollar',
    called,
    partsOf({
      '1_a': 'b',
      '0': '[{"problem":{"code":"x"},"fields":{"a":"$0:0:problem"},"at":"$D2026-01-01T00:00:00.000Z","n":"$n12","u":"$undefined","typed":{"price":"$$5"}},"$K1"]',
    }),
  ],
  [
    'a form sent without scripts',
    multipart,
    partsOf({ $ACTION_REF_1: '', '$ACTION_1:0': '{"id":"40aa","bound":"$@1"}', '$ACTION_1:1': '[{"status":"idle"}]' }),
  ],
])('reads %s', async (_what, headers, body) => expect(await isReadablePost(headers, body)).toBe(true));

it.each([
  ['a form without a boundary', { 'content-type': 'multipart/form-data' }, partsOf({ a: 'b' })],
  ['a form that is cut short', multipart, partsOf({ a: 'b' }).subarray(0, 40)],
  ['no form at all', multipart, Buffer.from('garbage')],
  ['an empty body for a form', multipart, Buffer.alloc(0)],
  ['a call with text', { 'next-action': '40aa', 'content-type': 'text/plain' }, Buffer.from('[]')],
  ['a call with a broken form', called, Buffer.from('garbage')],
  ['a call without arguments', called, partsOf({ a: 'b' })],
  ['a call with arguments that are no JSON', called, partsOf({ '0': '{' })],
  ['a call with a part that is not there', called, partsOf({ '0': '["$7"]' })],
  ['a call with a place that is not there', called, partsOf({ '0': '[{"a":1},"$0:0:b"]' })],
  ['a call with an argument that is no list', called, partsOf({ '0': '5' })],
  ['a call with more arguments than any action takes', called, partsOf({ '0': `[${'1,'.repeat(2_000)}1]` })],
  ['a call with a map of nothing', called, partsOf({ '0': '["$Q1"]', '1': '5' })],
  ['a call with a function', called, partsOf({ '0': '["$h1"]', '1': '{"id":"x","bound":null}' })],
  ['a call with a stream', called, partsOf({ '0': '["$r1"]' })],
  ['a call with a number that is none', called, partsOf({ '0': '["$nx"]' })],
  ['a call with a date that is none', called, partsOf({ '0': '["$Dx"]' })],
  ['a call so deep that nobody can read it', called, partsOf({ '0': '['.repeat(100_000) + ']'.repeat(100_000) })],
  [
    'a form without scripts whose arguments are no JSON',
    multipart,
    partsOf({ $ACTION_REF_1: '', '$ACTION_1:0': '{"id":"40aa","bound":"$@1"}', '$ACTION_1:1': '[' }),
  ],
])('does not read %s', async (_what, headers, body) => expect(await isReadablePost(headers, body)).toBe(false));

it.each([
  ['its own page', 'http://shop.example', false],
  ['its own page under the name that the proxy was asked for', 'https://fans.example', false, 'fans.example, b'],
  ['no browser', undefined, false],
  ['another site', 'http://evil.example', true],
  ['nowhere', 'null', true],
  ['what is no address', 'garbage', true],
])('takes a post from %s for what it is', (_from, origin, foreign, forwarded?: string) =>
  expect(isForeignPost({ origin, host: 'shop.example', 'x-forwarded-host': forwarded })).toBe(foreign),
);

it('answers what no page can read in words, and leaves the rest its whole body', async () => {
  const server = await startLoopbackServer((request, response) => {
    // The body has come by the time that a page's turn has.
    setTimeout(async () => {
      if (await refuseForm(request, response)) return;
      let length = 0;
      for await (const chunk of request) length += (chunk as Buffer).length;
      response.end(String(length));
    }, 30);
  });
  const post = async (path: string, headers: Record<string, string>, body: Buffer) => {
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
      method: 'POST',
      headers,
      body: new Uint8Array(body),
    });
    return [response.status, await response.text()] as const;
  };
  const form = partsOf({ a: 'b' });
  expect(await post('/en/sign-in', multipart, form)).toEqual([200, String(form.length)]);
  const [status, text] = await post('/zh/sign-in', multipart, Buffer.from('garbage'));
  expect([status, text.includes('没能读懂')]).toEqual([400, true]);
  expect((await post('/en', { ...multipart, origin: 'garbage' }, form))[0]).toBe(403);
  // Handlers read and answer for themselves.
  expect((await post('/api/upload', multipart, Buffer.from('garbage')))[0]).toBe(200);
  await server.close();
});

it('refuses a state of the router that Next could not read', async () => {
  const server = await startLoopbackServer((request, response) => {
    if (!refuseRouterState(request, response)) response.end();
  });
  const statusOf = async (state: string) =>
    (await fetch(`http://127.0.0.1:${server.port}/en`, { headers: { 'next-router-state-tree': state } })).status;
  expect(await statusOf(encodeURIComponent(JSON.stringify(['', { children: ['en', {}] }, null, null])))).toBe(200);
  for (const state of ['garbage', '%', '%5B1%5D', 'a'.repeat(10_000)]) expect(await statusOf(state)).toBe(400);
  await server.close();
});
