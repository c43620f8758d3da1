import type { SignedIn } from '@/lib/core/actor';
import { pool } from '@/lib/core/db';
import { jobs } from '@/lib/server/jobs';
import { placeOrder, type Placed } from '@/lib/flows/orders/place-order';
import { receiveWebhook } from '@/lib/flows/orders/receive-webhook';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { settleOne } from '@/lib/drops/sql';
import type { PlaceOrder } from '@/lib/orders/schema';
import { signNotice } from '@/lib/outside/payments/demo/demo-notice';

import { address } from './addresses';
import { arrivals, makeDrop, makeFans, type MadeDrop } from './drop-factories';

export type Held = { buyer: SignedIn; claimId: string; drop: MadeDrop };

/** A buyer who holds a unit of a drop, of a new one unless given. */
export async function makeHold(drop?: MadeDrop, units = 1): Promise<Held> {
  const held = drop ?? (await makeDrop({ units: [units] }));
  const buyer = (await makeFans(1))[0]!;
  const settled = await settleOne(db, held.allotmentIds[0]!, arrivals(buyer)[0]!, clock());
  if (settled?.outcome !== 'granted') throw new Error(`No unit: ${settled?.outcome}`);
  return { buyer, claimId: settled.claimId!, drop: held };
}

/** What a buyer fills in to order a held unit; each lives at an address of their own. */
export function orderFor(claimId: string, more: Partial<PlaceOrder> = {}): PlaceOrder {
  return { ...address, line1: `${claimId.slice(-6)} Mill Lane`, locale: 'en', claimId, ...more };
}

export type Ordered = Held & { placed: Placed; sessionId: string };

/** A buyer with an order that waits for its payment. */
export async function makeOrder(held?: Held): Promise<Ordered> {
  const one = held ?? (await makeHold());
  const placed = await placeOrder(one.buyer, orderFor(one.claimId));
  return { ...one, placed, sessionId: placed.payUrl!.split('/').at(-1)! };
}

type Job = { id: string; task_identifier: string; payload: never; run_at: Date };

/** Runs every job that is due, and those that they queue, without a worker; webhooks are handed over in the process. */
export async function runJobs(until?: Date, only?: (name: string) => boolean): Promise<number> {
  for (let done = 0; ; done += 1) {
    const job = (await dueJobs(until ?? clock())).find(({ task_identifier }) => only?.(task_identifier) ?? true);
    if (!job) return done;
    await runJob(job);
    await pool.query('SELECT graphile_worker.complete_jobs(ARRAY[$1::bigint])', [job.id]);
  }
}

// Our clock counts milliseconds and the database's counts finer: what was queued within this millisecond is due.
async function dueJobs(now: Date): Promise<Job[]> {
  const { rows } = await pool.query<Job>(
    `SELECT j.id, t.identifier AS task_identifier, j.payload, j.run_at FROM graphile_worker._private_jobs j
     JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE date_trunc('milliseconds', j.run_at) <= $1 ORDER BY j.run_at, j.id LIMIT 50`,
    [now],
  );
  return rows;
}

async function runJob({ task_identifier: name, payload }: Job): Promise<void> {
  if (name === 'sendMail') return;
  if (name === 'tellStore') return void (await deliver((payload as { body: string }).body));
  await (jobs as Record<string, (payload: never) => Promise<void>>)[name]!(payload);
}

/** Hands a webhook of the demo gateway over, signed as the gateway does. */
export async function deliver(body: string): Promise<boolean> {
  return receiveWebhook('demo', body, new Headers({ 'millet-demo-signature': signNotice(body, clock()) }));
}

/** The webhooks that wait to be delivered. */
export async function waitingNotices(): Promise<string[]> {
  const rows = await dueJobs(new Date(8.64e14));
  return rows
    .filter(({ task_identifier }) => task_identifier === 'tellStore')
    .map(({ payload }) => (payload as { body: string }).body);
}

/** Where an order, its claim, its payments and its refunds stand. */
export async function standOf(claimId: string) {
  const claim = await db.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: {
      state: true,
      orders: {
        orderBy: { createdAt: 'asc' },
        select: {
          state: true,
          payments: { select: { state: true } },
          refunds: { select: { state: true } },
          steps: { select: { kind: true } },
        },
      },
    },
  });
  const order = claim.orders.at(-1);
  return {
    claim: claim.state,
    orders: claim.orders.length,
    order: order?.state,
    payments: order?.payments.map(({ state }) => state) ?? [],
    refunds: order?.refunds.map(({ state }) => state) ?? [],
    steps: order?.steps.map(({ kind }) => kind).sort() ?? [],
  };
}
