import type { ServerResponse } from 'node:http';

import { afterEach, expect, it } from 'vitest';

import { startLoopbackServer, type LoopbackServer } from '@/tests/support/loopback-server';

import { neverCached } from './never-cached';

let server: LoopbackServer;
afterEach(() => server.close());

const lives: Record<string, string> = {
  'Cache-Control': 'public, s-maxage=5',
  Expires: 'Wed, 21 Oct 2099 07:28:00 GMT',
  'CDN-Cache-Control': 'max-age=60',
  'Surrogate-Control': 'max-age=60',
  'Cloudflare-CDN-Cache-Control': 'max-age=60',
  'X-Accel-Expires': '60',
};
const others: Record<string, string> = { 'X-Other': 'kept', ETag: '"1"' };

const ways: Record<string, (response: ServerResponse) => void> = {
  'were set before': (response) => {
    for (const [name, value] of Object.entries({ ...lives, ...others })) response.setHeader(name, value);
    response.writeHead(200).end();
  },
  'were set before, with a head that nobody writes': (response) => {
    for (const [name, value] of Object.entries({ ...lives, ...others })) response.setHeader(name, value);
    response.end('text');
  },
  'were set before, with others at the head': (response) => {
    for (const [name, value] of Object.entries(lives)) response.setHeader(name, value);
    response.writeHead(200, others).end();
  },
  'come with the head': (response) => void response.writeHead(200, { ...lives, ...others }).end(),
  'come with the head, raw': (response) =>
    void response.writeHead(200, Object.entries({ ...lives, ...others }).flat()).end(),
  'come with the head, behind words': (response) => void response.writeHead(200, 'Fine', { ...lives, ...others }).end(),
};

async function ask(answer: (response: ServerResponse) => void): Promise<Headers> {
  server = await startLoopbackServer((_request, response) => answer(response));
  return (await fetch(`http://127.0.0.1:${server.port}/`)).headers;
}

it.each(Object.keys(ways))(
  'takes every header away by which a cache could keep an answer, where they %s',
  async (way) => {
    const headers = await ask((response) => {
      neverCached(response);
      ways[way]!(response);
    });
    const left = Object.keys(lives).map((name) => headers.get(name));
    expect(left).toEqual(['private, no-store', null, null, null, null, null]);
    expect(Object.keys(others).map((name) => headers.get(name))).toEqual(Object.values(others));
  },
);

it.each(Object.keys(ways))('control: they are sent where they %s', async (way) => {
  const headers = await ask(ways[way]!);
  expect(Object.keys(lives).map((name) => headers.get(name))).toEqual(Object.values(lives));
});
