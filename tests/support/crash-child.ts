/** Plays one scene and kills its own process, with SIGKILL, right after the Nth change has been committed. */
import pg from 'pg';

import type { SignedIn } from '@/lib/core/actor';
import { clock, after, minute } from '@/lib/core/time';

const [scene, subject, last] = process.argv.slice(2) as [string, string, string];
let changes = 0;

type Query = (...words: unknown[]) => Promise<unknown> | undefined;
const original = pg.Client.prototype.query as unknown as Query;
const inside = new WeakSet<object>();
pg.Client.prototype.query = function counted(this: pg.Client, ...words: unknown[]) {
  const text = (typeof words[0] === 'string' ? words[0] : ((words[0] as { text?: string })?.text ?? '')).trim();
  if (/^begin/i.test(text)) inside.add(this);
  const commits =
    /^commit/i.test(text) ||
    (!inside.has(this) &&
      /^(insert|update|delete|with)|add_job|settle_paid|place_orders|place_cart_orders|pay_demo/i.test(text));
  if (/^(commit|rollback)/i.test(text)) inside.delete(this);
  if (!commits) return original.apply(this, words);
  // The pool asks with a callback, a transaction with a promise.
  const told = words.at(-1);
  if (typeof told === 'function') words[words.length - 1] = (...answer: unknown[]) => (died(), told(...answer));
  return original.apply(this, words)?.then((result) => (died(), result));
} as never;

function died(): void {
  changes += 1;
  if (changes === Number(last)) process.kill(process.pid, 'SIGKILL');
}

const { actorOf } = await import('@/lib/server/actor');
const { db, pool } = await import('@/lib/core/db');
const { deliver, orderFor, waitingNotices } = await import('./order-factories');

const scenes: Record<string, () => Promise<unknown>> = {
  async buy() {
    const { placeOrder } = await import('@/lib/flows/orders/place-order');
    const { payDemo } = await import('@/lib/outside/payments/demo/demo-sessions');
    const { memberId } = await db.claim.findUniqueOrThrow({ where: { id: subject }, select: { memberId: true } });
    const { payUrl } = await placeOrder(await actorOf({ memberId, version: 1 }), orderFor(subject));
    const sessionId = payUrl!.split('/').at(-1)!;
    await payDemo(sessionId, 'success');
    for (const body of await waitingNotices()) if (body.includes(sessionId)) await deliver(body);
  },
  async buyCart() {
    const { placeCartOrder } = await import('@/lib/flows/orders/place-cart-order');
    const { payDemo } = await import('@/lib/outside/payments/demo/demo-sessions');
    const { cartOrderFor } = await import('./cart-factories');
    const buyer = await actorOf({ memberId: subject, version: 1 });
    const { payUrl } = await placeCartOrder(buyer, await cartOrderFor(buyer as SignedIn));
    const sessionId = payUrl!.split('/').at(-1)!;
    await payDemo(sessionId, 'success');
    for (const body of await waitingNotices()) if (body.includes(sessionId)) await deliver(body);
  },
  async expire() {
    const { expireHold } = await import('@/lib/flows/drops/expire-holds');
    await expireHold(subject, after(clock(), 20 * minute));
  },
  async bulk() {
    const { runBulk } = await import('@/lib/flows/lists/run-bulk');
    await runBulk({ actId: subject });
  },
  async refund() {
    const { runRefund } = await import('@/lib/flows/orders/refund-order');
    await runRefund({ refundId: subject });
  },
};

await scenes[scene]!();
await db.$disconnect();
await pool.end();
process.stdout.write(`${changes}\n`);
process.exit(0);
