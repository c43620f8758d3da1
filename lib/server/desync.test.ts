import { createServer } from 'node:http';

import { afterAll, describe, expect, it } from 'vitest';

import { attempts, type Attempt } from '@/tests/fixtures/desync/attempts';
import { openByHand, openLane, sendRaw, type Lane, type Pass } from '@/tests/support/desync';

import { createFront } from './front';
import { openUpstream } from './upstream';

const ways: Record<string, (bytes: string) => string> = {
  'kept alive': (bytes) => bytes,
  'closed behind it': (bytes) => bytes.replace(/^(.* HTTP\/1\.\d\r\n)/, '$1Connection: close\r\n'),
  'with another behind it': (bytes) => `${bytes}GET /bait HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Visitor: attacker\r\n\r\n`,
};
const cases = attempts.flatMap((attempt) =>
  Object.entries(ways).map(([way, write]) => ({
    ...attempt,
    name: `${attempt.name}, ${way}`,
    bytes: write(attempt.bytes),
  })),
);

// Of these the front lets none through.
const forbidden =
  /^(GET|HEAD|DELETE|OPTIONS|TRACE|PUT|PATCH|SEARCH|PURGE|LOCK) with|^Transfer-Encoding|^an upgrade|^another expectation|^Host: |^a request line with (an absolute|CONNECT|another scheme|HTTP)/;

const overOneConnection = (socketPath: string) => {
  const { pass, close } = openUpstream(socketPath, 1);
  return { pass: ((request, response) => pass(request, response, 1_000_000)) as Pass, close };
};
const refusing = (serve: Pass) => createFront((request, response) => void serve(request, response));
const refusingNothing = (serve: Pass) => createServer(serve);

const lanes: Lane[] = [];
afterAll(() => Promise.all(lanes.map((lane) => lane.close())));

/** Tries every case, each followed by visitors who come to the same connection, and answers what somebody got or was read as that was not theirs. */
async function tryAll(
  open: () => Promise<Lane>,
  tried: Attempt[] = cases,
): Promise<{ breaches: string[]; heard: Map<string, string>; reached: Set<string> }> {
  const [breaches, heard, reached, queue] = [[] as string[], new Map<string, string>(), new Set<string>(), [...tried]];
  await Promise.all(
    Array.from({ length: 12 }, async () => {
      const lane = await open();
      lanes.push(lane);
      await visitorsTrouble(lane);
      for (let attempt = queue.pop(); attempt; attempt = queue.pop()) {
        const [before, from] = [lane.passed.length, lane.read.length];
        heard.set(attempt.name, (await sendRaw(lane.port, attempt.bytes, attempt.sound && { firstMs: 10_000 })).heard);
        const found = [...(await visitorsTrouble(lane)), ...trouble(lane, heard.get(attempt.name)!, before, from)];
        if (lane.passed.slice(before).some((line) => !line.includes('/visitor'))) reached.add(attempt.name);
        if (found.length > 0) breaches.push(`${attempt.name}: ${found.join('; ')}`);
      }
    }),
  );
  return { breaches, heard, reached };
}

let visitors = 0;

async function visitorsTrouble({ port }: Lane): Promise<string[]> {
  const at = (visitors += 1);
  const { heard } = await sendRaw(
    port,
    `GET /visitor-${at} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Visitor: ${at}\r\nConnection: close\r\n\r\n`,
    { firstMs: 2_000, quietMs: 2_000 },
  );
  return heard.startsWith('HTTP/1.1 200') && heard.includes(`[GET /visitor-${at} for ${at}]`)
    ? []
    : [`the visitor heard ${heard.slice(-60)}`];
}

function trouble({ passed, read }: Lane, heard: string, before: number, from: number): string[] {
  const behind = read.slice(from);
  const unasked = behind
    .map(({ method, url }) => `${method} ${url}`)
    .filter((line) => !passed.slice(before).includes(line));
  const spoofed = behind.filter(({ headers }) => headers['x-millet-address']?.join() !== '127.0.0.1');
  return [
    ...unasked.map((line) => `${line} was read, which nobody passed on`),
    ...spoofed.map(({ url, headers }) => `${url} came from ${headers['x-millet-address']?.join()}`),
    ...(heard.includes('visitor-') ? ['the attacker heard what a visitor was told'] : []),
  ];
}

describe('requests that two readers could take for different ones', { timeout: 120_000 }, () => {
  it('are many', () => expect(attempts.length).toBeGreaterThan(150));

  it('give nobody what is another’s', async () => {
    const { breaches, heard, reached } = await tryAll(() => openLane(overOneConnection, refusing));
    expect(breaches).toEqual([]);
    const sound = cases.filter(({ sound }) => sound).map(({ name }) => [name, heard.get(name)?.slice(0, 12)]);
    expect(sound).toEqual(sound.map(([name]) => [name, 'HTTP/1.1 200']));
    expect([...reached].filter((name) => forbidden.test(name))).toEqual([]);
  });

  it('give nobody what is another’s even where the front refuses none', async () => {
    expect(
      (
        await tryAll(
          () => openLane(overOneConnection, refusingNothing),
          cases.filter(({ name }) => name.endsWith('kept alive')),
        )
      ).breaches,
    ).toEqual([]);
  });

  it('control: passed on by hand they do', async () => {
    const { breaches } = await tryAll(
      () => openLane(openByHand, refusingNothing),
      cases.filter(({ name }) => name.startsWith('GET with a chunked')),
    );
    expect(breaches.join('\n')).toContain('was read, which nobody passed on');
    expect(breaches.join('\n')).toContain('the visitor heard');
  });
});
