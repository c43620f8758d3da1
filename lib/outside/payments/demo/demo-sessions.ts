import { createHash } from 'node:crypto';

import { db, type Db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { batched, coalesceNext } from '@/lib/core/batching';
import { readableCode } from '@/lib/core/ids';
import { attempts, enqueue } from '@/lib/core/jobs';
import { withAmounts } from '@/lib/core/money';
import type { DemoSession } from './demo-session';
import { after, clock, second } from '@/lib/core/time';

import { writeNotice } from './demo-notice';
import { settleDemoJob, tellStoreJob } from './jobs';

/** What the payer on the demo page may let happen. */
export const demoOutcomes = [
  'success',
  'shared',
  'decline',
  'challenge',
  'confirm',
  'async',
  'late',
  'duplicate',
] as const;
export type DemoOutcome = (typeof demoOutcomes)[number];

/** What the page does next: send the payer back to the store, show it again, or say that it is over. */
export type DemoAnswer = { next: 'store' | 'declined' | 'challenge' | 'over'; session: DemoSession };

const asyncSeconds = 4;

/** A session of the gateway; none where that is not there. */
export async function findDemo(id: string): Promise<DemoSession | null> {
  return env.hasDemoGateway ? ((await inTurn(id)) ?? null) : null;
}

const inTurn = batched(async (ids: string[]) => {
  const rows = await db.$queryRaw<DemoSession[]>`SELECT * FROM "DemoSession" WHERE "id" = ANY(${ids}::text[])`;
  withAmounts(rows);
  return ids.map((id) => rows.find((row) => row.id === id));
}, coalesceNext);

/** Plays one outcome of a payment. */
export async function payDemo(id: string, outcome: DemoOutcome): Promise<DemoAnswer | null> {
  const now = clock();
  const session = await findDemo(id);
  if (!session) return null;
  if (session.state === 'PAID') return { next: 'store', session };
  if (session.state === 'EXPIRED' || session.expiresAt <= now) return { next: 'over', session };
  switch (outcome) {
    case 'challenge':
      return { next: 'challenge', session };
    case 'decline':
      return decline(session);
    case 'async':
      await enqueue(
        db,
        settleDemoJob,
        { sessionId: id, late: false },
        { runAt: after(now, asyncSeconds * second), key: `demo:${id}` },
      );
      return { next: 'store', session };
    case 'late':
      await enqueue(
        db,
        settleDemoJob,
        { sessionId: id, late: true },
        { runAt: after(session.expiresAt, 10 * second), key: `demo:${id}` },
      );
      return { next: 'store', session };
    default:
      return {
        next: (await takenOnce(session, {
          noisy: outcome === 'duplicate',
          card: outcome === 'shared' ? 'shared' : session.email,
        }))
          ? 'store'
          : 'over',
        session,
      };
  }
}

// Who pays a session twice at the same moment has paid it: both go back to the store.
async function takenOnce(session: DemoSession, settling: Settling): Promise<boolean> {
  return (await takeMoney(session, settling)) || (await findDemo(session.id))?.state === 'PAID';
}

type Settling = { late?: boolean; noisy?: boolean; quiet?: boolean; card?: string };

/** Takes the money of a session and tells the store; `late` takes it although the session is over, `quiet` tells nobody. */
export async function settleDemo(id: string, settling: Settling = {}): Promise<boolean> {
  const session = await findDemo(id);
  return session !== null && takeMoney(session, settling);
}

async function takeMoney(
  session: DemoSession,
  { late = false, noisy = false, quiet = false, card }: Settling,
): Promise<boolean> {
  const row: DemoSession = {
    ...session,
    state: 'PAID',
    paymentRef: `dp_${readableCode(24)}`,
    fingerprint: card ? markOf(card) : null,
  };
  return pay({
    id: row.id,
    paymentRef: row.paymentRef,
    fingerprint: row.fingerprint,
    late,
    bodies: quiet ? [] : noticesOf(row, noisy),
  });
}

type Paying = Pick<DemoSession, 'id' | 'paymentRef' | 'fingerprint'> & { late: boolean; bodies: string[] };

// Those of one moment by one statement. Who pays a session twice at once has paid it once.
const pay = batched(async (wanted: Paying[]): Promise<boolean[]> => {
  const first = new Map(wanted.toReversed().map((each) => [each.id, each]));
  const [row] = await db.$queryRaw<{ paid: string[] }[]>`
    SELECT pay_demo(${JSON.stringify([...first.values()])}::jsonb, ${attempts}::int, ${tellStoreJob.priority}::int, ${clock()}::timestamptz) AS paid`;
  return wanted.map((each) => first.get(each.id) === each && row!.paid.includes(each.id));
}, coalesceNext);

// Real gateways repeat themselves and get the order wrong: the noisy outcome does both.
function noticesOf(row: DemoSession, noisy: boolean): string[] {
  const paid = writeNotice('session.paid', row);
  return noisy ? [paid, writeNotice('payment.declined', row), paid, writeNotice('session.expired', row), paid] : [paid];
}

/** Ends an open session and tells the store. */
export async function expireDemo(id: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const where = { id, state: 'OPEN' } as const;
    const [row] = await tx.demoSession.updateManyAndReturn({ where, data: { state: 'EXPIRED' } });
    if (row) await tell(tx, row);
  });
}

// The same card has the same mark, and the mark tells nobody the card.
function markOf(card: string): string {
  return createHash('sha256').update(`demo card ${card}`).digest('base64url').slice(0, 16);
}

async function decline(session: DemoSession): Promise<DemoAnswer> {
  await enqueue(db, tellStoreJob, { body: writeNotice('payment.declined', session) });
  return { next: 'declined', session };
}

async function tell(tx: Db, row: DemoSession): Promise<void> {
  await enqueue(tx, tellStoreJob, { body: writeNotice('session.expired', row) });
}
