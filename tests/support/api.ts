import type { SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { findEndpoint, type Answer } from '@/lib/core/endpoint';
import { makeKey } from '@/lib/api/commands';
import { scopes as allScopes, type Scope } from '@/lib/api/scope-names';
import { endpoints } from '@/lib/server/endpoints';
import { handleEndpoint } from '@/lib/server/handle-endpoint';

import { makeMember } from './factories';
import { makeOrder } from './order-factories';

type Sent = { query?: Record<string, string>; body?: unknown; name?: string; authorization?: string; ip?: string };
type Said = Omit<Answer, 'body'> & {
  body: { error?: string; message?: string; field?: string; values?: unknown; shipment?: unknown };
};

/** Calls the API as the server does, with a key. */
export async function callApi(key: string | null, asked: string, sent: Sent = {}): Promise<Said> {
  const [method, path] = asked.split(' ') as [string, string];
  const found = findEndpoint(endpoints, method, `/api/admin/v1/${path}`);
  if (!found) throw new Error(`There is no ${asked}`);
  const headers: Record<string, string | undefined> = {
    authorization: sent.authorization ?? (key === null ? undefined : `Bearer ${key}`),
    'idempotency-key': sent.name,
  };
  const answer = await handleEndpoint(found.endpoint, {
    params: found.params,
    query: new URLSearchParams(sent.query),
    ip: sent.ip ?? '10.9.9.9',
    actor: () => Promise.reject(new Error('The API asks for no session')),
    body: async () => sent.body,
    header: (name) => headers[name],
  });
  return answer as Said;
}

/** A key of an administrator, or of somebody else, with these scopes. */
export async function makeApiKey(scopes: readonly Scope[] = allScopes, maker?: SignedIn, until?: Date) {
  const by = maker ?? (await makeMember({ roles: ['ADMIN'] }));
  const { key } = await transact(makeKey)(by, { name: 'Warehouse', scopes: [...scopes], until });
  return { key, maker: by };
}

/** The number of an order that is paid and waits for its parcel. */
export async function makePaid(): Promise<string> {
  const { placed } = await makeOrder();
  await db.order.update({ where: { number: placed.number }, data: { state: 'PAID', paidAt: new Date() } });
  await db.payment.updateMany({ where: { order: { number: placed.number } }, data: { state: 'PAID' } });
  return placed.number;
}
