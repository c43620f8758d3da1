import { z } from 'zod';

import { isMember } from '@/lib/core/actor';
import { cursor, givenMoment, nextPage, pageLimit } from '@/lib/core/api-shapes';
import { reading } from '@/lib/core/context';
import { found, Refused } from '@/lib/core/errors';
import { findAnnounced } from '@/lib/drops/queries/find-announced';
import { order, orderPath, orderState, orderSummary } from '@/lib/orders/api-shapes';
import { lastPlace, listChanges, type ChangedOrder } from '@/lib/orders/feed';

import { declareCall } from './call';
import { readOrder } from './read-order';

const summaryOf = ({ place: _, dropSlug, dropTitle, createdAt, paidAt, changedAt, ...row }: ChangedOrder) => ({
  ...row,
  createdAt: createdAt.toISOString(),
  paidAt: paidAt?.toISOString() ?? null,
  changedAt: changedAt.toISOString(),
  drop: dropSlug === null ? null : { slug: dropSlug, title: dropTitle ?? '' },
});

/** `GET /api/admin/v1/orders`: orders in the order of their last changes. */
export const listOrdersCall = declareCall({
  method: 'GET',
  path: '/api/admin/v1/orders',
  name: 'listOrders',
  summary: 'Orders, by their last change',
  description:
    'Each order stands once, at the place of its last change, the oldest first. Keep next and go on from it: every order that changes afterwards comes again, none is left out, and what has not changed does not come twice.',
  scope: 'orders.read',
  query: z.strictObject({
    state: orderState.optional(),
    drop: z.string().min(1).max(200).optional().meta({ description: 'The slug of a drop.' }),
    updated_since: givenMoment
      .optional()
      .meta({ description: 'Changed at this moment or later. To follow changes, use the cursor.' }),
    created_since: givenMoment.optional().meta({ description: 'Made at this moment or later.' }),
    cursor: cursor.optional(),
    limit: pageLimit,
  }),
  answers: { 200: { what: 'A page of orders.', schema: z.object({ orders: z.array(orderSummary), ...nextPage }) } },
  refuses: ['cursor-unknown'],
  run: async ({ caller, query }) => {
    const now = reading(caller.actor);
    const after = await placeOf(query.cursor);
    const dropId = query.drop === undefined ? undefined : await dropOf(query.drop);
    const { orders, next, more } = await listChanges(now, {
      ...{ after, dropId, limit: query.limit, state: query.state },
      ...{ changedSince: query.updated_since, createdSince: query.created_since },
    });
    return { status: 200, body: { orders: orders.map(summaryOf), next: next.toString(36), more } };
  },
});

// A cursor from before a backup was restored may lie ahead of all that is there: it would leave out what comes until then.
async function placeOf(given = '0'): Promise<bigint> {
  if (!/^[0-9a-z]{1,12}$/.test(given)) throw new Refused('cursor-unknown', 'no cursor', { field: 'cursor' });
  const place = BigInt(parseInt(given, 36));
  if (place > 0n && place > (await lastPlace(reading().db)))
    throw new Refused('cursor-unknown', 'not given here', { field: 'cursor' });
  return place;
}

async function dropOf(slug: string): Promise<string> {
  const id = await findAnnounced(reading(), { slug });
  if (!id) throw new Refused('invalid', 'drop: there is no such drop', { field: 'drop' });
  return id;
}

/** `GET /api/admin/v1/orders/:number`: one order, with its address for keys that may read addresses. */
export const getOrderCall = declareCall({
  method: 'GET',
  path: '/api/admin/v1/orders/:number',
  name: 'getOrder',
  summary: 'One order',
  description:
    'Lines, sums of money, parcels and timeline. The address is there for keys with the scope `orders.addresses`; that a key reads addresses is written into the audit log.',
  scope: 'orders.read',
  params: orderPath,
  answers: { 200: { what: 'The order.', schema: order } },
  refuses: ['not-found'],
  run: async ({ caller, params }) => {
    if (!isMember(caller.actor)) throw new Refused('forbidden');
    return { status: 200, body: found(await readOrder(caller, params)) };
  },
});
