import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import { inTransaction } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { makeMember } from '@/tests/support/factories';

import { requestIdOf } from './request-id';
import { openUpstream } from './upstream';

const open: Server[] = [];
afterEach(() => open.splice(0).forEach((each) => each.close().closeAllConnections()));

async function listen(server: Server, at: number | string = 0): Promise<number> {
  open.push(server);
  await new Promise<void>((resolve) => server.listen(at, () => resolve()));
  return typeof at === 'string' ? 0 : (server.address() as AddressInfo).port;
}

it('a request has one id from the edge to the pages and back, and a visitor cannot choose it', async () => {
  const socket = `/tmp/millet-request-id-${process.pid}`;
  const seen: (string | undefined)[] = [];
  await listen(
    createServer((request, response) => {
      seen.push(request.headers['x-request-id'] as string | undefined);
      response.end('page');
    }),
    socket,
  );
  const upstream = openUpstream(socket);
  const edge: string[] = [];
  const port = await listen(
    createServer((request, response) => {
      edge.push(requestIdOf(request));
      upstream.pass(request, response, 1_000);
    }),
  );
  const answers = await Promise.all(
    [1, 2].map(() => fetch(`http://127.0.0.1:${port}/en`, { headers: { 'x-request-id': 'chosen-by-a-visitor' } })),
  );
  await upstream.close();
  expect(new Set(edge).size).toBe(2);
  expect(edge).not.toContain('chosen-by-a-visitor');
  expect(seen.toSorted()).toEqual(edge.toSorted());
  expect(answers.map(({ headers }) => headers.get('x-request-id') ?? '').toSorted()).toEqual(edge.toSorted());
});

it('an audit row bears the id of the request that its actor made', async () => {
  const actor = { ...(await makeMember()), requestId: 'request-of-a-moderator' } as SignedIn;
  await inTransaction(actor, (ctx) => audit(ctx, { act: 'member.warn', subject: ['member', actor.id] }));
  const row = await db.auditEntry.findFirst({ where: { subjectId: actor.id }, select: { requestId: true } });
  expect(row?.requestId).toBe('request-of-a-moderator');
});
