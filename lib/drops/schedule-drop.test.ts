import { describe, expect, it } from 'vitest';

import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { sha256 } from '@/lib/core/ids';
import { after, clock, hour, minute } from '@/lib/core/time';
import { untilWaiting } from '@/tests/support/database';
import { makeDrop, makeFans, makeOperator } from '@/tests/support/drop-factories';
import { refusal } from '@/tests/support/refusal';

import { addWave, cancelDrop, scheduleDrop } from './commands';
import { addWaveInput, scheduleInput, type ScheduleInput } from './schema';

const words = {
  title: 'The lottery of ten',
  titleZh: '',
  summary: '',
  summaryZh: '',
  needsReservation: false,
  minTrust: 0,
  holdMinutes: 15,
};
const times = () => ({ opensAt: after(clock(), hour), closesAt: after(clock(), 2 * hour) });

async function stage() {
  const { productId, variantIds } = await makeDrop({ units: [1, 1] });
  const operator = await makeOperator();
  const schedule = (more: Partial<ScheduleInput>) =>
    transact(scheduleDrop)(operator, { ...words, ...times(), productId, units: { [variantIds[0]!]: 5 }, ...more });
  return { productId, operator, schedule, variants: variantIds as [string, string] };
}

const read = (id: string) =>
  db.drop.findUniqueOrThrow({
    where: { id },
    include: { waves: { orderBy: { number: 'asc' }, include: { allotments: { orderBy: { channel: 'asc' } } } } },
  });

describe('a plan', () => {
  it('has an address of its own, also when others of its title are planned in the same moment', async () => {
    const { schedule, variants } = await stage();
    const title = `Five of one name, ${variants[0]}`;
    const planned = await Promise.all(Array.from({ length: 5 }, () => schedule({ title })));
    const [plain, ...others] = planned.map(({ slug }) => slug).toSorted((a, b) => a.length - b.length);
    expect(others.toSorted()).toEqual([2, 3, 4, 5].map((number) => `${plain!.slice(0, 58)}-${number}`));
  });

  it('has a secret seed and its fingerprint where entries are ranked, and none where claims are taken as they come', async () => {
    const { schedule } = await stage();
    const plain = await read((await schedule({})).id);
    expect([plain.waves[0]!.seed, plain.waves[0]!.seedHash]).toEqual([null, null]);
    for (const terms of [{ mode: 'DRAW' as const }, { fairSeconds: 20 }]) {
      const { seed, seedHash } = (await read((await schedule(terms)).id)).waves[0]!;
      expect(seed).toMatch(/^[0-9a-f]{64}$/);
      expect(seedHash).toBe(sha256(seed!));
    }
  });

  it('offers no variant that was retired, whoever asks for it', async () => {
    const { schedule, operator, variants } = await stage();
    const { id: dropId } = await schedule({});
    await db.variant.update({ where: { id: variants[1] }, data: { retiredAt: clock() } });
    const units = { [variants[0]]: 5, [variants[1]]: 5 };
    expect(await refusal(schedule({ units }))).toBe('no-units');
    expect(
      await refusal(
        transact(addWave)(operator, {
          dropId,
          units,
          opensAt: after(clock(), 3 * hour),
          closesAt: after(clock(), 4 * hour),
        }),
      ),
    ).toBe('no-units');
    await schedule({ units: { [variants[0]]: 5 } });
  });

  it('waits for who retires a variant at that moment, and does not offer it', async () => {
    const { schedule, variants } = await stage();
    let planned: Promise<unknown> | undefined;
    await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT "id" FROM "Variant" WHERE "id" = ${variants[0]}::uuid FOR UPDATE`;
      planned = refusal(schedule({}));
      await untilWaiting(1);
      await tx.variant.update({ where: { id: variants[0] }, data: { retiredAt: clock() } });
    });
    expect(await planned).toBe('no-units');
  });

  it('keeps its terms, and puts units on offer by variant and channel, each with its ledger', async () => {
    const {
      schedule,
      variants: [ink, oat],
    } = await stage();
    const { id } = await schedule({
      units: { [ink]: 5, [oat]: 3 },
      setAside: [{ variantId: ink, channel: 'FCODE', units: 2 }],
      fairSeconds: 30,
      offerMinutes: 90,
      proofOfWork: true,
      regions: ['DE'],
    });
    const drop = await read(id);
    expect(drop).toMatchObject({
      mode: 'FIRST_COME',
      fairSeconds: 30,
      offerSeconds: 5_400,
      proofOfWork: true,
      regions: ['DE'],
    });
    expect(
      drop.waves[0]!.allotments.map(({ variantId, channel, units, remaining, ledgerSeq }) => [
        variantId === ink ? 'ink' : 'oat',
        channel,
        units,
        remaining,
        ledgerSeq,
      ]).toSorted(),
    ).toEqual([
      ['ink', 'FCODE', 2, 2, 1],
      ['ink', 'PUBLIC', 5, 5, 1],
      ['oat', 'PUBLIC', 3, 3, 1],
    ]);
  });

  it('may not close before its units are given, nor offer what is not of its product', async () => {
    const { schedule } = await stage();
    const other = await stage();
    const opensAt = after(clock(), hour);
    expect(await refusal(schedule({ fairSeconds: 600, opensAt, closesAt: after(opensAt, 5 * minute) }))).toBe(
      'closes-before-given',
    );
    expect(
      await refusal(schedule({ units: {}, setAside: [{ variantId: other.variants[0], channel: 'STAFF', units: 1 }] })),
    ).toBe('no-units');
    expect(await refusal(schedule({ units: {} }))).toBe('no-units');
  });
});

describe('a further wave', () => {
  it('comes after the one before, with a seed and units of its own, and stands in the audit log', async () => {
    const {
      schedule,
      operator,
      variants: [ink],
    } = await stage();
    const { id: dropId } = await schedule({ mode: 'DRAW' });
    const [first] = (await read(dropId)).waves;
    const plan = { dropId, opensAt: first!.closesAt, closesAt: after(first!.closesAt, hour), units: { [ink]: 7 } };
    expect(await refusal(transact(addWave)(operator, { ...plan, opensAt: after(first!.closesAt, -1) }))).toBe(
      'wave-before-open',
    );
    expect(await transact(addWave)(operator, plan)).toMatchObject({ number: 2 });
    const [, second] = (await read(dropId)).waves;
    expect(second!.seed).not.toBe(first!.seed);
    expect(second!.seedHash).toBe(sha256(second!.seed!));
    expect(second!.allotments).toMatchObject([{ units: 7, remaining: 7 }]);
    expect(await db.auditEntry.count({ where: { act: 'drop.addWave', subjectId: dropId, actorId: operator.id } })).toBe(
      1,
    );
  });

  it('is for operations staff, of drops that were not called off, once though two ask at the same time', async () => {
    const {
      schedule,
      operator,
      variants: [ink],
    } = await stage();
    const { id: dropId } = await schedule({});
    const { closesAt } = (await read(dropId)).waves[0]!;
    const plan = { dropId, opensAt: after(closesAt, minute), closesAt: after(closesAt, hour), units: { [ink]: 1 } };
    const [fan] = await makeFans(1);
    expect(await refusal(transact(addWave)(fan!, plan))).toBe('forbidden');
    const both = await Promise.allSettled([transact(addWave)(operator, plan), transact(addWave)(operator, plan)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await transact(cancelDrop)(operator, { dropId, reason: 'The shells cracked' });
    expect(
      await refusal(
        transact(addWave)(operator, {
          ...plan,
          opensAt: after(closesAt, 2 * hour),
          closesAt: after(closesAt, 3 * hour),
        }),
      ),
    ).toBe('drop-cancelled');
  });
});

describe('the form', () => {
  const variant = '0198f7c2-0000-7000-8000-000000000001';
  const form = {
    productId: variant,
    title: 'Lottery',
    opensAt: '2027-01-01T10:00:00Z',
    closesAt: '2027-01-02T10:00:00Z',
  };

  it('names units by variant, and by channel where they are set aside', () => {
    const input = {
      ...form,
      [`units.${variant}`]: '5',
      [`units.${variant}.FCODE`]: '2',
      [`units.${variant}.BETA`]: '',
      [`units.${variant}.NONE`]: '9',
      'units.x': '3',
    };
    expect(scheduleInput.parse(input)).toMatchObject({
      units: { [variant]: 5 },
      setAside: [{ variantId: variant, channel: 'FCODE', units: 2 }],
      mode: 'FIRST_COME',
      fairSeconds: 0,
      offerMinutes: 60,
      regions: [],
    });
    expect(addWaveInput.parse({ ...input, dropId: variant })).toMatchObject({
      units: { [variant]: 5 },
      setAside: [{ channel: 'FCODE' }],
    });
  });

  it('takes countries as people type them, and nothing that is no code', () => {
    const regions = (typed: string) => scheduleInput.safeParse({ ...form, regions: typed });
    expect(regions(' de, cn，us de ').data?.regions).toEqual(['DE', 'CN', 'US']);
    expect(regions('').data?.regions).toEqual([]);
    for (const typed of ['Germany', 'D', 'DE;;X1', 'D€'])
      expect({ typed, fault: regions(typed).error?.issues[0]?.message }).toEqual({ typed, fault: 'code:bad-regions' });
  });

  it('keeps the fair opening within ten minutes', () => {
    expect(scheduleInput.safeParse({ ...form, fairSeconds: '601' }).success).toBe(false);
    expect(scheduleInput.safeParse({ ...form, fairSeconds: '' }).data?.fairSeconds).toBe(0);
  });
});
