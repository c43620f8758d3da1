import { randomUUID } from 'node:crypto';

import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { system } from '@/lib/core/actor';
import { inTransaction } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { momentUtc } from '@/lib/core/i18n';
import { clock } from '@/lib/core/time';
import { dropNotices } from '@/lib/drops/notices';
import { notify } from '@/lib/notifications/commands';
import { makeFans } from '@/tests/support/drop-factories';
import { kinds as others, type Kind } from '@/tests/support/batch-kinds';
import { cartKinds } from '@/tests/support/cart-batch-kinds';

// Turned on, every error is taken for one of the connection, and no batch is halved.
const halving = vi.hoisted(() => ({ off: false }));

const kinds = { ...others, ...cartKinds };

// Who is good (null), and how the others are spoilt; at least one of each.
const batch = fc
  .tuple(fc.array(fc.option(fc.nat(), { freq: 1 }), { minLength: 1, maxLength: 7 }), fc.nat(), fc.nat())
  .map(([some, spoiling, place]) => [
    ...some.slice(0, place % some.length),
    null,
    ...some.slice(place % some.length),
    spoiling,
  ]);

vi.mock('@/lib/core/outage', async (original) => {
  const outage = await original<typeof import('@/lib/core/outage')>();
  return { isOutage: (error: unknown) => halving.off || outage.isOutage(error) };
});

beforeEach(() => {
  halving.off = false;
});

describe.each(Object.keys(kinds))('a batch of %s', (name) => {
  const kind = kinds[name]!;

  it('answers all that is good in it, whatever else it holds', async () => {
    await fc.assert(
      fc.asyncProperty(batch, async (plan) => {
        expect(await goodAnswers(kind, plan)).not.toContain(false);
      }),
      { numRuns: 7, endOnFailure: true },
    );
  });

  it('would refuse what is good with the bad, if it were not halved (control)', async () => {
    halving.off = true;
    const failed = await Promise.all(kind.spoilt.slice(0, 4).map((_, way) => goodAnswers(kind, [null, way, null])));
    expect(failed.flat()).toContain(false);
  });
});

describe('what many are told', () => {
  it('reaches all who are there, though the words of one are half a character and another has left', async () => {
    const fans = await makeFans(4);
    const id = await inTransaction(system, (ctx) => ctx.record('drop.announced', { dropId: randomUUID() }));
    const recipients = [...fans.map(({ id }) => id), randomUUID()].map((memberId, at) => {
      const title = at % 2 ? 'cut \ud83c' : 'whole\u0000';
      return { memberId, data: { title: { en: title, zh: title }, slug: 'first', opens: momentUtc(clock()) } };
    });
    const reminded = dropNotices['reservation.reminded'];
    await inTransaction(system, (ctx) => notify(ctx, reminded, { id, at: clock() }, recipients));
    expect(await db.notification.count({ where: { eventId: id } })).toBe(4);
    expect(await db.mail.count({ where: { kind: 'reservation.reminded' } })).toBe(4);
  });
});

async function goodAnswers({ make, ask, spoilt, isGood }: Kind<never>, plan: (number | null)[]): Promise<boolean[]> {
  const keys = (await make(plan.length)).map((key, at) =>
    plan[at] === null ? key : spoilt[plan[at]! % spoilt.length]!(key),
  );
  const answers = await Promise.allSettled(keys.map(ask));
  return answers.flatMap((each, at) => (plan[at] === null ? [each.status === 'fulfilled' && isGood(each.value)] : []));
}
