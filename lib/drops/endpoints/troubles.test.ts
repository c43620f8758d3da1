import pg from 'pg';
import { afterEach, describe, expect, inject, it, vi, onTestFinished } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import type { Answer } from '@/lib/core/endpoint';
import { env } from '@/lib/core/env';
import { after, clock, hour, minute, steadyClock } from '@/lib/core/time';
import { expireHolds } from '@/lib/flows/drops/expire-holds';
import { booksOf, makeDrop, makeFans, passFor, type MadeDrop } from '@/tests/support/drop-factories';

import { answerClaim } from './claim';

const claim = async (drop: MadeDrop, fan: SignedIn): Promise<Answer> =>
  answerClaim({
    slug: drop.slug,
    ip: fan.handle,
    body: { variantId: drop.variantIds[0], pass: passFor(drop, fan, { until: clock().getTime() + hour }) },
  });
const rest = (ms: number) => new Promise((done) => setTimeout(done, ms));

function jump(ms: number): void {
  const real = Date.now.bind(Date);
  vi.spyOn(Date, 'now').mockImplementation(() => real() + ms);
}

afterEach(() => vi.restoreAllMocks());

describe('a clock that jumps by five minutes', () => {
  it('opens nothing early, and the same jump is believed by the wall clock (control)', async () => {
    const drop = await makeDrop({ opensAt: after(clock(), 4 * minute) });
    const [fan] = await makeFans(1);
    steadyClock();
    jump(5 * minute);
    expect(await claim(drop, fan!)).toMatchObject({ status: 409, body: { error: 'not-open' } });
    expect(clock() > after(steadyClock(), 4 * minute)).toBe(true);
  });

  it('backwards closes nothing, and a drop is still read again', async () => {
    const drop = await makeDrop({ units: [1] });
    const [first, second] = await makeFans(2);
    steadyClock();
    jump(-5 * minute);
    const held = await claim(drop, first!);
    expect(held.status).toBe(201);
    expect((await claim(drop, second!)).status).toBe(409);
    await db.claim.update({
      where: { id: (held.body as { claimId: string }).claimId },
      data: { heldUntil: after(steadyClock(), -minute) },
    });
    await expireHolds(steadyClock());
    await expect.poll(async () => (await claim(drop, second!)).status, { interval: 100 }).toBe(201);
  });

  it('frees a hold that has run out once, however often and by whatever clock it is looked at', async () => {
    const drop = await makeDrop({ units: [1], holdSeconds: 60 });
    const [fan] = await makeFans(1);
    expect((await claim(drop, fan!)).status).toBe(201);
    steadyClock();
    jump(5 * minute);
    await expireHolds(steadyClock());
    expect(await booksOf(drop.allotmentIds[0]!)).toMatchObject({ remaining: 0, live: 1 });
    await Promise.all([expireHolds(clock()), expireHolds(clock()), expireHolds(steadyClock())]);
    vi.restoreAllMocks();
    jump(-5 * minute);
    await Promise.all([expireHolds(clock()), expireHolds(steadyClock())]);
    expect(await booksOf(drop.allotmentIds[0]!)).toEqual({ units: 1, remaining: 1, live: 0, taken: 0, ledger: 1 });
  });
});

describe('a database that goes away for ten seconds in the middle of a drop', () => {
  it('loses no granted claim, answers clearly meanwhile, and sells exactly what there is afterwards', async () => {
    const drop = await makeDrop({ units: [40] });
    const fans = await makeFans(60);
    const granted = new Set<string>();
    const ask = async (some: SignedIn[]) => {
      const answers = await Promise.all(some.map((fan) => claim(drop, fan)));
      answers.forEach(({ status }, at) => void ([200, 201].includes(status) && granted.add(some[at]!.id)));
      return answers.map(({ status }) => status);
    };
    expect(await ask(fans.slice(0, 20))).toEqual(Array.from({ length: 20 }, () => 201));

    const gone = await takeAway();
    const meanwhile: number[] = [];
    for (const end = Date.now() + 10_000; Date.now() < end; await rest(500))
      meanwhile.push(...(await ask(fans.slice(20, 30))));
    expect(new Set(meanwhile)).toEqual(new Set([503]));
    await gone.comeBack();

    const begun = Date.now();
    for (let waiting = fans; waiting.length > 0 && Date.now() < begun + 20_000; await rest(100)) {
      const statuses = await ask(waiting);
      waiting = waiting.filter((_, at) => statuses[at] === 503);
    }
    const live = await db.claim.findMany({
      where: { dropId: drop.id, state: { not: 'RELEASED' } },
      select: { memberId: true },
    });
    expect(new Set(live.map(({ memberId }) => memberId))).toEqual(granted);
    expect(await booksOf(drop.allotmentIds[0]!)).toEqual({ units: 40, remaining: 0, live: 40, taken: 40, ledger: 0 });
  }, 60_000);
});

/** Cuts every connection to this file's database and lets no new one in. */
async function takeAway(): Promise<{ comeBack(): Promise<void> }> {
  const name = new URL(env.DATABASE_URL).pathname.slice(1);
  const admin = new pg.Client({ connectionString: inject('run').adminUrl });
  await admin.connect();
  await admin.query(`ALTER DATABASE ${admin.escapeIdentifier(name)} ALLOW_CONNECTIONS false`);
  await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  let away = true;
  const comeBack = async () => {
    if (!away) return;
    away = false;
    await admin.query(`ALTER DATABASE ${admin.escapeIdentifier(name)} ALLOW_CONNECTIONS true`);
    await admin.end();
  };
  // The files that come next in this worker use the same database.
  onTestFinished(comeBack);
  return { comeBack };
}
