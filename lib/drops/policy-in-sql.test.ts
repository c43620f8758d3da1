import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import type { Channel, DropMode } from '@/lib/core/prisma-client/enums';
import type { Raw } from '@/lib/core/raw';
import { after, minute } from '@/lib/core/time';
import { arrivals, makeDrop, makeFans, type MadeDrop } from '@/tests/support/drop-factories';
import { undone } from '@/tests/support/undone';

import { decidesAt, isUndecided, phaseOf, type Phase } from './policy';
import { listLeftovers } from './queries/list-leftovers';
import { offerWaiting, settleOne, type Entered } from './sql';

// What policy.ts says of a drop is said once more in SQL, where it is read under a lock. Both must answer alike for any rows.

const runs = { numRuns: process.env.SOAK ? 2_000 : 150 };
const noon = new Date('2026-03-01T12:00:00.000Z');
const at = (minutes: number) => after(noon, minutes * minute);

// On few moments, so that they often meet: what is true at the very moment of opening, closing or deciding counts.
const moment = fc.integer({ min: -4, max: 4 }).map(at);
const perhaps = fc.option(moment, { freq: 1 });
const world = fc
  .record({
    mode: fc.constantFrom<DropMode>('FIRST_COME', 'DRAW'),
    fairSeconds: fc.constantFrom(0, 60, 120),
    announcedAt: fc.option(fc.constant(at(-9)), { freq: 9 }),
    cancelledAt: fc.option(moment, { freq: 1 }).filter((cancelled) => cancelled === null || cancelled <= noon),
    opensAt: moment,
    length: fc.integer({ min: 1, max: 5 }),
    pausedAt: perhaps,
    decidedAt: perhaps,
    remaining: fc.integer({ min: 0, max: 2 }),
    channel: fc.constantFrom<Channel>('PUBLIC', 'RESERVED', 'FCODE'),
  })
  .map(({ length, ...rest }) => ({ ...rest, closesAt: after(rest.opensAt, length * minute) }));
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

let drop: MadeDrop;
let fan: SignedIn;
beforeAll(async () => {
  drop = await makeDrop({ units: [2] });
  [fan] = (await makeFans(1)) as [SignedIn];
});

async function bring(db: Raw, wanted: World): Promise<void> {
  await db.$executeRaw`UPDATE "Drop" SET "mode" = ${wanted.mode}::"DropMode", "fairSeconds" = ${wanted.fairSeconds},
    "announcedAt" = ${wanted.announcedAt}, "cancelledAt" = ${wanted.cancelledAt} WHERE "id" = ${drop.id}::uuid`;
  await db.$executeRaw`UPDATE "Wave" SET "opensAt" = ${wanted.opensAt}, "closesAt" = ${wanted.closesAt}, "pausedAt" = ${wanted.pausedAt},
    "decidedAt" = ${wanted.decidedAt} WHERE "id" = ${drop.waveId}::uuid`;
  await db.$executeRaw`UPDATE "Allotment" SET "remaining" = ${wanted.remaining}, "channel" = ${wanted.channel}::"Channel" WHERE "waveId" = ${drop.waveId}::uuid`;
}

const phase = (wanted: World): Phase => phaseOf({ ...wanted, waves: [wanted] }, noon);

// A drop that was not announced is in nobody's sight, so its phase is asked by nobody; to the database it is not open.
const unlessUnannounced = <T>({ announcedAt, cancelledAt, closesAt }: World, said: T, notOpen: T): T =>
  announcedAt || cancelledAt || noon >= closesAt ? said : notOpen;

describe('SQL answers as policy.ts does', () => {
  it('what becomes of a claim, by the phase (settle_claims)', async () => {
    const outcomes: Record<Phase, string> = {
      upcoming: 'not-open',
      opening: 'undecided',
      open: 'granted',
      'sold-out': 'sold-out',
      paused: 'paused',
      ended: 'closed',
      cancelled: 'closed',
    };
    await fc.assert(
      fc.asyncProperty(world, async (drawn) => {
        const wanted = { ...drawn, channel: drawn.channel === 'FCODE' ? ('PUBLIC' as const) : drawn.channel };
        const settled = await undone(async (db) => {
          await bring(db, wanted);
          return settleOne(db, drop.allotmentIds[0]!, arrivals(fan)[0]!, noon);
        });
        expect(settled?.outcome).toBe(unlessUnannounced(wanted, outcomes[phase(wanted)], 'not-open'));
      }),
      runs,
    );
  });

  it('whether an entry is taken, by the phase of a ranked drop (enter_wave)', async () => {
    const outcomes: Partial<Record<Phase, string>> = {
      upcoming: 'not-open',
      opening: 'entered',
      paused: 'paused',
      ended: 'closed',
      cancelled: 'closed',
    };
    await fc.assert(
      fc.asyncProperty(world, async (drawn) => {
        const wanted = { ...drawn, fairSeconds: drawn.mode === 'DRAW' ? drawn.fairSeconds : 60 };
        const [entered] = await undone(async (db) => {
          await bring(db, wanted);
          return db.$queryRaw<
            Entered[]
          >`SELECT * FROM enter_wave(${drop.waveId}::uuid, ${[fan.id]}::uuid[], ${[drop.allotmentIds[0]]}::uuid[],
            ${[fan.id]}::text[], ${noon}::timestamptz)`;
        });
        expect(entered?.outcome).toBe(unlessUnannounced(wanted, outcomes[phase(wanted)] ?? 'decided', 'not-open'));
      }),
      runs,
    );
  });

  it('when a wave is decided, if it is ranked; a pause puts it off to the close (wave_due)', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (wanted) => {
        const [row] = await undone(async (db) => {
          await bring(db, wanted);
          return db.$queryRaw<{ due: Date | null }[]>`
            SELECT wave_due(w, d) AS due FROM "Wave" w JOIN "Drop" d ON d."id" = w."dropId" WHERE w."id" = ${drop.waveId}::uuid`;
        });
        const due = decidesAt(wanted, wanted);
        expect(row!.due).toEqual(due && wanted.pausedAt ? wanted.closesAt : due);
      }),
      runs,
    );
  });

  it('whether what came back is offered to those who wait (offer_waiting)', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (wanted) => {
        const offered = await undone(async (db) => {
          await bring(db, wanted);
          await db.$executeRaw`INSERT INTO "WaitlistPlace" ("dropId", "variantId", "memberId", "createdAt")
            VALUES (${drop.id}::uuid, ${drop.variantIds[0]}::uuid, ${fan.id}::uuid, ${noon})`;
          return offerWaiting(db, drop.allotmentIds[0]!, 2, noon);
        });
        const given = noon >= wanted.opensAt && !wanted.cancelledAt && !isUndecided(wanted, wanted);
        const resting = noon < wanted.closesAt && wanted.pausedAt !== null;
        const expected = given && !resting && wanted.channel !== 'FCODE' && wanted.remaining > 0;
        expect(offered).toHaveLength(expected ? 1 : 0);
      }),
      runs,
    );
  });

  it('whether a wave that is over has units to carry on (listLeftovers)', async () => {
    await fc.assert(
      fc.asyncProperty(world, fc.boolean(), async (wanted, more) => {
        const found = await undone(async (db) => {
          await bring(db, wanted);
          if (more)
            await db.$executeRaw`INSERT INTO "Wave" ("id", "dropId", "number", "opensAt", "closesAt")
              VALUES (gen_random_uuid(), ${drop.id}::uuid, 2, ${at(20)}, ${at(30)})`;
          return listLeftovers({ db, now: noon } as never, { limit: 9 });
        });
        const { announcedAt, cancelledAt, closesAt, remaining } = wanted;
        const left =
          announcedAt && !cancelledAt && closesAt <= noon && remaining > 0 && !isUndecided(wanted, wanted) && more;
        expect(found).toEqual(left ? [drop.id] : []);
      }),
      runs,
    );
  });
});
