import { z } from 'zod';

import { transact, type Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { sha256 } from '@/lib/core/ids';
import { answerOnce } from '@/lib/api/commands';
import type { KeptAnswer } from '@/lib/api/commands/answer-once';
import { orderPath, shipment } from '@/lib/orders/api-shapes';
import { correctTracking, markShipped } from '@/lib/orders/commands';
import { canShip } from '@/lib/orders/policy';
import { piecesOf, type VariantPieces } from '@/lib/orders/pieces-of-variants';
import { lastParcel, shipmentOf } from '@/lib/orders/read-for-api';
import { correctTrackingSchema, parcelSchema } from '@/lib/orders/schema';
import { lockOrder } from '@/lib/orders/sql';

import { declareCall, type Asked } from './call';

const { carrier, tracking } = parcelSchema.shape;
const aCarrier = carrier.meta({ description: 'Who carries the parcel.', example: 'DHL', maxLength: 40 });
const aNumber = { description: 'Letters, digits, spaces and hyphens.', example: 'JD0146 0000 7342', maxLength: 60 };

const piece = z.strictObject({ variantId: z.uuid(), quantity: z.int().min(1).max(1_000_000) });
const parcel = z.strictObject({
  carrier: aCarrier,
  tracking: tracking.meta(aNumber),
  lines: z
    .array(piece)
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'What lies in it, each variant once. All that was not sent yet where nothing is said.' }),
});
const { tracking: newNumber, reason, was } = correctTrackingSchema.shape;
const correction = z.strictObject({
  carrier: aCarrier,
  tracking: newNumber.meta(aNumber),
  was: was
    .unwrap()
    .optional()
    .meta({ description: 'The tracking number that is to be replaced; refused where it is another one by now.' }),
  reason: reason.optional().meta({ description: 'Stands in the audit log.', example: 'Label was printed anew' }),
});

const parcelAnswer = z.object({ shipment });

/** `POST /api/admin/v1/orders/:number/shipments`: the parcel is on its way; its buyer is told. */
export const shipOrderCall = declareCall({
  method: 'POST',
  path: '/api/admin/v1/orders/:number/shipments',
  name: 'shipOrder',
  summary: 'Mark an order as shipped',
  description:
    'A parcel of the order is on its way, and its buyer is mailed how to follow it. The order moves from PAID to SHIPPED once all of it is sent. It is done once: the same carrier and number again are answered 200 with the parcel that is there.',
  scope: 'orders.ship',
  params: orderPath,
  body: parcel,
  once: true,
  answers: {
    201: { what: 'It is shipped.', schema: parcelAnswer },
    200: { what: 'It was shipped so before.', schema: parcelAnswer },
  },
  refuses: ['not-found', 'order-moved-on', 'refund-running', 'payment-disputed', 'parcel-over'],
  run: (asked) =>
    writeOnce(asked, 'shipments', async (ctx) => {
      const { number } = asked.params;
      const { status, sent } = await ship(ctx, { number, ...asked.body });
      return { status, body: { shipment: shipmentOf(sent) } };
    }),
});

/** `POST /api/admin/v1/orders/:number/tracking`: another carrier or number for a parcel that is on its way. */
export const correctTrackingCall = declareCall({
  method: 'POST',
  path: '/api/admin/v1/orders/:number/tracking',
  name: 'correctTracking',
  summary: 'Correct a tracking number',
  description:
    'Replaces carrier and tracking number of a parcel that is on its way, and tells its buyer. What is so already stays as it is and is answered 200.',
  scope: 'orders.ship',
  params: orderPath,
  body: correction,
  once: true,
  answers: { 200: { what: 'It is so now.', schema: parcelAnswer } },
  refuses: ['not-found', 'order-moved-on'],
  run: (asked) =>
    writeOnce(asked, 'tracking', async (ctx) => {
      const { number } = asked.params;
      const { tracking: now } = asked.body;
      await correct(ctx, { number, ...asked.body });
      return { status: 200, body: { shipment: shipmentOf((await lastParcel(ctx, { number, tracking: now }))!) } };
    }),
});

type Parcel = { number: string; carrier: string; tracking: string };

// Of two at once one ships; the other waits for its commit and finds the parcel.
async function ship(ctx: Ctx, { lines, ...given }: Parcel & { lines?: readonly VariantPieces[] }) {
  try {
    await markShipped(ctx, { ...given, pieces: lines && (await piecesOf(ctx, { ...given, wanted: lines })) });
    return { status: 201 as const, sent: (await lastParcel(ctx, { number: given.number }))! };
  } catch (error) {
    const again = error instanceof Refused && ['order-moved-on', 'parcel-twice'].includes(error.code);
    const last = again && (await lastParcel(ctx, given));
    if (!last || !isSame(last, given)) throw error;
    return { status: 200 as const, sent: last };
  }
}

async function correct(
  ctx: Ctx,
  { was, reason = 'Corrected by the API', ...given }: Parcel & { was?: string; reason?: string },
): Promise<void> {
  allow(canShip(ctx.actor), 'not-found');
  found(await lockOrder(ctx.db, given.number));
  const done = await lastParcel(ctx, given);
  if (done && isSame(done, given)) return;
  // Of several parcels it is the one that has the number which is to be replaced, else the last.
  const parcel = await lastParcel(ctx, { number: given.number, tracking: was });
  await correctTracking(ctx, { ...given, reason, was: was ?? parcel?.tracking ?? '', shipmentId: parcel?.id });
}

const isSame = (a: { carrier: string; tracking: string }, b: { carrier: string; tracking: string }): boolean =>
  a.carrier === b.carrier && a.tracking === b.tracking;

type Write = Asked<{ number: string }, object, object>;

// In one transaction with the answer that is kept for its Idempotency-Key, where it has one.
function writeOnce(
  { caller: { actor, key }, params, body, idempotencyKey }: Write,
  path: string,
  write: (ctx: Ctx) => Promise<KeptAnswer>,
): Promise<KeptAnswer> {
  const request = sha256(JSON.stringify([path, params.number, body]));
  const named = idempotencyKey === null ? null : { keyId: key.id, idempotencyKey, request };
  return transact((ctx: Ctx, _: null) => (named ? answerOnce(ctx, named, () => write(ctx)) : write(ctx)))(actor, null);
}
