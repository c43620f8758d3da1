import { Worker } from 'node:worker_threads';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { listBounded } from '@/lib/core/bounded';
import { forEveryone, mark, openPageSite, type PageSite } from '@/tests/support/page-site';

import { dropPages, generationMemory } from './page-generation';

let site: PageSite;
afterEach(async () => {
  ahead.ms = 0;
  vi.restoreAllMocks();
  await site.close();
});

// By how much the counter of this process is ahead of what it was, in milliseconds.
const ahead = vi.hoisted(() => ({ ms: 0 }));
vi.mock('@/lib/core/time', async (original) => {
  const time = await original<typeof import('@/lib/core/time')>();
  return { ...time, steadyNow: () => time.steadyNow() + ahead.ms };
});
const laterBy = (ms: number) => void (ahead.ms += ms);

describe('a public document', () => {
  it('is made once for everybody, and anew when data changed', async () => {
    site = await openPageSite();
    expect([await site.text('/en/a'), await site.text('/en/a', { cookie: 'a=1' })]).toEqual(['page 1', 'page 1']);
    dropPages();
    expect(await site.text('/en/a')).toBe('page 2');
  });

  it('is old after five seconds, and says how old it is until then', async () => {
    site = await openPageSite();
    expect((await site.ask('/en/a')).headers.get('age')).toBeNull();
    laterBy(2_100);
    const kept = await site.ask('/en/a');
    expect([kept.headers.get('age'), kept.headers.get('x-millet-cache'), await kept.text()]).toEqual([
      '3',
      'hit',
      'page 1',
    ]);
    laterBy(2_901);
    expect(await site.text('/en/a')).toBe('page 2');
  });

  it.each<[string, Record<string, string>, number, string, Record<string, string>]>([
    ['a private document', { 'Cache-Control': 'private, no-store' }, 200, '/en/b', {}],
    ['a document without a shared life', { 'Cache-Control': 'max-age=60' }, 200, '/en/b', {}],
    ['a document that sets a cookie', { 'Set-Cookie': 'a=1' }, 200, '/en/b', {}],
    ['a document that depends on cookies', { Vary: 'RSC, Cookie' }, 200, '/en/b', {}],
    ['a document that Next calls stale', { 'x-nextjs-cache': 'STALE' }, 200, '/en/b', {}],
    ['a missing page', {}, 404, '/en/c', {}],
    ['a page that leads elsewhere', { Location: '/en' }, 308, '/en/c', {}],
    ['a failure', {}, 500, '/en/c', {}],
    ['a page for members, whatever it says of itself', {}, 200, '/en/account', {}],
    ['an address with a query', {}, 200, '/en/d?x=1', {}],
    ['what the router asks for', {}, 200, '/en/e', { rsc: '1' }],
    ['what the router asks for ahead', {}, 200, '/en/e', { 'next-router-prefetch': '1' }],
    ['a part that the router asks for', {}, 200, '/en/e', { 'next-router-segment-prefetch': '/_tree' }],
    ['an address outside the languages', {}, 200, '/api/x', {}],
    ['a file that is none of the build', {}, 200, '/_next/static/x.js', {}],
  ])('is not: %s', async (_what, headers, status, path, asked) => {
    site = await openPageSite((response) => mark(response, headers).writeHead(status).end(`page ${site.made}`));
    expect([await site.text(path, asked), await site.text(path, asked)]).toEqual(['page 1', 'page 2']);
  });

  it('has one address: other spellings are led there and kept nowhere', async () => {
    site = await openPageSite();
    const spelt = await site.ask('/en/%61');
    expect([spelt.status, spelt.headers.get('location'), site.made]).toEqual([308, '/en/a', 0]);
  });

  it('takes room by its key, its headers and its bytes', async () => {
    site = await openPageSite((response) => mark(response, { 'x-long': 'h'.repeat(5_000) }).end('b'.repeat(3_000)));
    await site.text(`/en/${'k'.repeat(900)}`, { 'accept-encoding': 'identity' });
    const kept = listBounded().find(({ bound }) => bound.name === 'public documents')!;
    expect(kept.bytes).toBeGreaterThan(2 * 2 * 5_000 + 2 * 900 + 3_000);
    expect(kept.size).toBe(1);
  });
});

it('keeps a file of the build through every change of data, and only by its exact name', async () => {
  site = await openPageSite((response) =>
    mark(response, { 'Cache-Control': 'public, max-age=31536000, immutable' }).end(`file ${site.made}`),
  );
  expect(await site.text('/_next/static/a.js')).toBe('file 1');
  dropPages();
  expect([await site.text('/_next/static/a.js'), await site.text('/_next/static/a.js?v=1')]).toEqual([
    'file 1',
    'file 2',
  ]);
});

describe('a change of public data', () => {
  it('is known before anything that was begun before it is kept', async () => {
    site = await openPageSite((response) => {
      if (site.made === 1) dropPages();
      mark(response).end(`page ${site.made}`);
    });
    const texts = [await site.text('/en/a'), await site.text('/en/a'), await site.text('/en/a')];
    expect(texts).toEqual(['page 1', 'page 2', 'page 2']);
  });

  it('that another thread makes is known here at that moment', async () => {
    site = await openPageSite();
    await site.text('/en/a');
    const change = `const { workerData, parentPort } = require('node:worker_threads');
      Atomics.add(new Int32Array(workerData), 0, 1); parentPort.postMessage('changed');`;
    const thread = new Worker(change, { eval: true, workerData: generationMemory() });
    await new Promise((resolve) => thread.once('message', resolve));
    expect(await site.text('/en/a')).toBe('page 2');
    await thread.terminate();
  });

  it('is seen by its writer, also where somebody read the page before Next forgot what it was made of', async () => {
    site = await openPageSite();
    let stands = 'before';
    let [writing, goOn] = [(): void => undefined, (): void => undefined];
    const begun = new Promise<void>((resolve) => (writing = resolve));
    const read = new Promise<void>((resolve) => (goOn = resolve));
    site.make = (response, { method }) => {
      mark(response);
      if (method !== 'POST') return void response.end(stands);
      // As an action does, whose tags Next forgets when it is over.
      dropPages();
      writing();
      void read.then(() => {
        stands = 'after';
        response.end('written');
      });
    };
    const written = site.ask('/en/a', {}, 'POST');
    await begun;
    expect([await site.text('/en/a'), await site.text('/en/a')]).toEqual(['before', 'before']);
    goOn();
    await written;
    expect(await site.text('/en/a')).toBe('after');
  });
});

describe('while a document is made anew', () => {
  const whileMaking = async (path: string, ask: () => Promise<void>) => {
    const { make } = site;
    let goOn = (): void => undefined;
    const waiting = new Promise<void>((begun) => {
      site.make = (response, request) => {
        begun();
        goOn = () => make(response, request);
      };
    });
    const first = site.text(path);
    await waiting;
    site.make = make;
    await ask();
    goOn();
    return first;
  };

  it('all others get the last one, and it is made for one of them', async () => {
    site = await openPageSite();
    await site.text('/en/a');
    laterBy(6_000);
    const first = await whileMaking('/en/a', async () => {
      const others = await Promise.all([1, 2, 3].map(() => site.ask('/en/a')));
      expect(await Promise.all(others.map((each) => each.text()))).toEqual(['page 1', 'page 1', 'page 1']);
      expect(others[0]!.headers.get('x-millet-cache')).toBe('stale');
    });
    expect([first, await site.text('/en/a')]).toEqual(['page 2', 'page 2']);
  });

  it('control: nobody gets what was made before public data changed, nor the last one once none is being made', async () => {
    site = await openPageSite();
    await site.text('/en/a');
    dropPages();
    await whileMaking('/en/a', async () => expect(await site.text('/en/a')).toBe('page 3'));
    laterBy(6_000);
    expect(await site.text('/en/a')).toBe('page 4');
  });

  it('by Next itself, which still sends the last one, it is asked for once in a while', async () => {
    site = await openPageSite();
    await site.text('/en/a');
    laterBy(6_000);
    const { make } = site;
    site.make = (response) => mark(response, { 'x-nextjs-cache': 'STALE' }).end('the last');
    expect([await site.text('/en/a'), await site.text('/en/a'), site.made]).toEqual(['the last', 'page 1', 2]);
    laterBy(200);
    site.make = make;
    expect([await site.text('/en/a'), await site.text('/en/a')]).toEqual(['page 3', 'page 3']);
  });

  it('and turns out to be no more, the last one is forgotten', async () => {
    site = await openPageSite();
    await site.text('/en/a');
    laterBy(6_000);
    site.make = (response) => mark(response).writeHead(404).end('gone');
    expect(await site.text('/en/a')).toBe('gone');
    await whileMaking('/en/a', async () => expect(await site.text('/en/a')).toBe('gone'));
  });
});

describe('where no document can be made', () => {
  it('the last one is sent, and no longer than data stand', async () => {
    site = await openPageSite();
    await site.text('/en/a');
    laterBy(10_000);
    site.make = (response) => {
      response.statusCode = 500;
      response.setHeader('x-odd', '1');
      response.write('fai');
      response.end('led');
    };
    const stale = await site.ask('/en/a');
    const { status, headers } = stale;
    expect([status, headers.get('x-millet-cache'), headers.get('x-odd'), await stale.text()]).toEqual([
      200,
      'stale',
      null,
      'page 1',
    ]);
    const never = await site.ask('/en/never');
    expect([never.status, await never.text()]).toEqual([500, 'failed']);
    dropPages();
    expect((await site.ask('/en/a')).status).toBe(500);
  });

  it('what was cut short is neither kept nor sent as if it were whole', async () => {
    site = await openPageSite();
    await site.text('/en/a');
    laterBy(10_000);
    const { make } = site;
    site.make = (response) => {
      mark(response, forEveryone).write('half');
      response.destroy();
    };
    expect([(await site.ask('/en/b')).status, await site.text('/en/a')]).toEqual([503, 'page 1']);
    site.make = make;
    expect(await site.text('/en/b')).toMatch(/^page \d$/);
  });
});
