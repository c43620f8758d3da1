import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, expect, it } from 'vitest';

import { whyUnhealthy } from './serve';

const running = { exitCode: null, signalCode: null };
const servers: Server[] = [];

afterEach(() => servers.splice(0).forEach((server) => server.close()));

async function answering(...answers: [status: number, body: object][]): Promise<string> {
  let at = 0;
  const server = createServer((_, response) => {
    const [status, body] = answers[Math.min(at, answers.length - 1)]!;
    at += 1;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const failing = { checks: { database: 'ok', jobs: 'failing', schedules: 'ok' }, late: [] };

it('waits until a server is well', async () => {
  const address = await answering([503, failing], [200, {}]);
  expect(await whyUnhealthy(address, running, { patience: 5_000 })).toBeNull();
});

it('says what failed when the patience is over, and each while before', async () => {
  const told: string[] = [];
  const address = await answering([503, failing]);
  const why = await whyUnhealthy(address, running, { patience: 900, each: 100, tell: (so) => told.push(so) });
  expect(why).toBe('it answers with status 503, failing: jobs, after 1 seconds');
  expect(told[0]).toBe('it answers with status 503, failing: jobs');
});

it('says how a server ended that is gone, and that one has not answered', async () => {
  const nowhere = 'http://127.0.0.1:9';
  expect(await whyUnhealthy(nowhere, { ...running, exitCode: 1 }, { patience: 500 })).toBe('it ended with status 1');
  const killed = { exitCode: null, signalCode: 'SIGKILL' } as const;
  expect(await whyUnhealthy(nowhere, killed, { patience: 500 })).toBe('it was ended by SIGKILL');
  expect(await whyUnhealthy(nowhere, running, { patience: 500 })).toContain('has not answered yet');
});
