import { describe, expect, it } from 'vitest';

import { inTransaction, reading, transact, type Ctx } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, hour } from '@/lib/core/time';
import { editPlanned } from '@/lib/flows/drops/edit-planned';
import { announcePlanned } from '@/lib/flows/drops/plan-drop';
import { untilWaiting } from '@/tests/support/database';
import { makeDrop, makeOperator } from '@/tests/support/drop-factories';
import { refusal, refused } from '@/tests/support/refusal';

import { addUnits, addWave, announceDrop, deleteDrop, editDrop, issueFCodes, scheduleDrop } from './commands';
import { verifyLedger } from './ledger/verify';
import { getLedger } from './queries/get-ledger';
import { getPlanDraft } from './queries/plan-draft';
import type { EditDrop } from './schema';

const words = {
  title: 'The lottery of ten',
  titleZh: '十台',
  summary: 'Ten.',
  summaryZh: '',
  needsReservation: false,
  minTrust: 0,
  holdMinutes: 15,
};

async function plan(units = 5) {
  const { productId, variantIds } = await makeDrop({ units: [1, 1] });
  const operator = await makeOperator();
  const [ink, oat] = variantIds as [string, string];
  const times = { opensAt: after(clock(), hour), closesAt: after(clock(), 2 * hour) };
  const setAside = [{ variantId: ink, channel: 'FCODE' as const, units: 2 }];
  const base = { ...words, ...times, units: { [ink]: units }, setAside };
  const { id, slug } = await transact(scheduleDrop)(operator, { ...base, productId });
  const form = (more: Partial<EditDrop>): EditDrop => ({ ...base, dropId: id, shown: 1, ...more });
  return {
    ...{ id, slug, ink, oat, operator, times, form },
    edit: (more: Partial<EditDrop>) => editPlanned(operator, form(more)),
    remove: (shown = 1) => transact(deleteDrop)(operator, { dropId: id, shown }),
    announce: (shown?: number) => announcePlanned(operator, { dropId: id, shown }),
    read: () =>
      db.drop.findUniqueOrThrow({
        where: { id },
        include: { waves: { orderBy: { number: 'asc' }, include: { allotments: { orderBy: { units: 'asc' } } } } },
      }),
  };
}

const agrees = async (slug: string) => {
  const { books, rows } = (await getLedger(reading(), { slug, limit: 1_000 }))!;
  return { verdict: await verifyLedger(books, rows), kinds: rows.map(({ kind, delta }) => `${kind} ${delta}`) };
};

describe('a plan', () => {
  it('is changed in all its parts, and its ledger begins with what is announced', async () => {
    const { id, slug, ink, oat, edit, read, announce, times } = await plan();
    const before = await read();
    const kept = before.waves[0]!.allotments.find(({ channel }) => channel === 'FCODE')!;
    const opensAt = after(times.opensAt, hour);
    const closesAt = after(opensAt, 3 * hour);
    const change = { title: 'Eleven', mode: 'DRAW' as const, regions: ['DE'], minTrust: 1, opensAt, closesAt };
    expect(await edit({ ...change, units: { [ink]: 3, [oat]: 7 } })).toEqual({ version: 2 });
    const now = await read();
    expect(now).toMatchObject({
      title: 'Eleven',
      slug: 'eleven',
      mode: 'DRAW',
      regions: ['DE'],
      minTrust: 1,
      version: 2,
    });
    expect(now.waves[0]).toMatchObject({ opensAt, closesAt, seed: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    expect(now.waves[0]!.allotments.map(({ units, remaining }) => [units, remaining])).toEqual([
      [2, 2],
      [3, 3],
      [7, 7],
    ]);
    expect(now.waves[0]!.allotments[0]!.id).toBe(kept.id);
    const entry = await db.auditEntry.findFirstOrThrow({ where: { act: 'drop.edit', subjectId: id } });
    expect(entry.detail).toMatchObject({
      version: 2,
      parts: ['title', 'rule', 'terms', 'countries', 'times', 'units'],
    });
    await announce(2);
    expect(slug).not.toBe('eleven');
    const { verdict, kinds } = await agrees('eleven');
    expect(verdict).toMatchObject({ agrees: true, books: 3 });
    expect(kinds.toSorted()).toEqual(['OFFERED 2', 'OFFERED 3', 'OFFERED 7']);
    // Nothing was taken out of the ledger's table.
    const gone = before.waves[0]!.allotments.find(({ channel }) => channel === 'PUBLIC')!;
    expect(await db.unitMovement.count({ where: { allotmentId: gone.id } })).toBe(1);
  });

  it('keeps its seed and address where only words beside them change', async () => {
    const { slug, edit, read } = await plan();
    await edit({ fairSeconds: 30 });
    const seed = (await read()).waves[0]!.seed;
    await edit({ fairSeconds: 30, summary: 'Other', shown: 2 });
    expect(await read()).toMatchObject({ slug, summary: 'Other', version: 3, waves: [{ seed }] });
    expect(seed).toMatch(/^[0-9a-f]{64}$/);
  });

  it('fits its further waves, keeps a unit for each code that is out, and is bought somewhere', async () => {
    const { id, ink, operator, edit, times } = await plan();
    const second = { opensAt: times.closesAt, closesAt: after(times.closesAt, hour) };
    await transact(addWave)(operator, { dropId: id, ...second, units: { [ink]: 1 } });
    const late = await refused(edit({ shown: 2, closesAt: after(times.closesAt, 1) }));
    expect([late.code, late.detail.field]).toEqual(['waves-overlap', 'closesAt']);
    const codes = { source: 'STAFF' as const, note: '', expiresAt: times.closesAt };
    await transact(issueFCodes)(operator, { dropId: id, count: 2, ...codes });
    expect(await refusal(edit({ shown: 2, setAside: [] }))).toBe('f-codes-need-units');
    expect(await refusal(edit({ shown: 2, regions: ['BR'] }))).toBe('regions-unserved');
    expect(await refusal(edit({ shown: 2, units: {}, setAside: [] }))).toBe('no-units');
    expect(await edit({ shown: 2, title: 'Other' })).toEqual({ version: 3 });
  });

  it('is deleted with its waves while nobody has a code of it; an announced drop never is, not by SQL', async () => {
    const { id, ink, operator, remove, times, announce } = await plan();
    const second = { opensAt: times.closesAt, closesAt: after(times.closesAt, hour) };
    await transact(addWave)(operator, { dropId: id, ...second, units: { [ink]: 1 } });
    expect(await refusal(remove(1))).toBe('plan-changed-delete');
    await remove(2);
    expect(await db.drop.count({ where: { id } })).toBe(0);
    expect(await db.wave.count({ where: { dropId: id } })).toBe(0);
    expect(await db.auditEntry.findFirst({ where: { act: 'drop.delete' } })).toMatchObject({
      subjectId: id,
      detail: { title: words.title },
    });
    expect(await refusal(announce(2))).toBe('not-found');

    const coded = await plan();
    const codes = { source: 'STAFF' as const, note: '', expiresAt: coded.times.closesAt };
    await transact(issueFCodes)(coded.operator, { dropId: coded.id, count: 1, ...codes });
    expect(await refusal(coded.remove())).toBe('plan-has-codes');
    await coded.announce();
    expect(await refusal(coded.remove())).toBe('plan-announced');
    await db.fCode.deleteMany({ where: { dropId: coded.id } });
    await expect(db.drop.delete({ where: { id: coded.id } })).rejects.toThrow();
    await expect(db.allotment.deleteMany({ where: { wave: { dropId: coded.id } } })).rejects.toThrow();
  });

  it('begins another one by a copy: of an announced drop with the units that it was announced with', async () => {
    const { id, ink, oat, times, operator, announce, read } = await plan();
    await announce();
    const stock = (await read()).waves[0]!.allotments.find(({ channel }) => channel === 'PUBLIC')!;
    await transact(addUnits)(operator, { dropId: id, allotmentId: stock.id, units: 9, reason: 'More' });
    const opensAt = after(times.closesAt, hour);
    const further = { dropId: id, opensAt, closesAt: after(opensAt, hour), units: { [oat]: 4 } };
    await transact(addWave)(operator, further);
    const copy = (await getPlanDraft(reading(operator), { id }))!;
    expect(copy.draft).toMatchObject({
      ...words,
      units: { [`units.${ink}`]: 5, [`units.${ink}.FCODE`]: 2 },
      further: [{ [`units.${oat}`]: 4 }],
    });
    expect(copy.planned).toBe(false);
    expect(await getPlanDraft(reading(operator), { id: 'no id' })).toBeNull();
  });
});

describe('two who act on one plan at once', () => {
  it('both edit: the later one is told who saved what, and nothing is overwritten', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { edit, read, ink } = await plan();
      const both = await Promise.allSettled([edit({ units: { [ink]: 8 } }), edit({ units: { [ink]: 9 } })]);
      const [lost, ...more] = both.filter((each) => each.status === 'rejected');
      expect(more).toEqual([]);
      expect(lost!.reason).toMatchObject({ code: 'plan-changed', detail: { values: { version: 2, what: 'units' } } });
      expect((await read()).version).toBe(2);
    }
  });

  it('one announces while the other edits: what was not seen is not announced, what was announced is not edited', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { edit, announce, read, ink } = await plan();
      const both = await Promise.allSettled([announce(1), edit({ units: { [ink]: 8 } })]);
      const codes = both.map((each) => (each.status === 'rejected' ? (each.reason as { code: string }).code : 'done'));
      const { announcedAt, version } = await read();
      expect([codes, announcedAt !== null, version]).toEqual(
        announcedAt ? [['done', 'plan-announced'], true, 1] : [['plan-changed-announce', 'done'], false, 2],
      );
    }
  });

  it('an edit under way makes the announcement wait, which then finds another plan', async () => {
    const { operator, form, announce, read, id } = await plan();
    let late: Promise<string> | undefined;
    await inTransaction(operator, async (ctx) => {
      await editDrop(ctx, form({ title: 'Other' }));
      late = refusal(announce());
      await untilWaiting(1);
    });
    expect(await late).toBe('plan-changed-announce');
    expect(await read()).toMatchObject({ title: 'Other', announcedAt: null });
    // A reader who was shown the new one announces it.
    await transact(announceDrop)(operator, { dropId: id, shown: 2 });
    expect((await read()).announcedAt).not.toBeNull();
  });

  it('a wave that is added to the plan makes the announcement wait, which then finds another plan', async () => {
    const { id, ink, operator, times, announce, read } = await plan();
    let late: Promise<string> | undefined;
    const added = transact((ctx: Ctx) => {
      const findUnique: typeof ctx.db.drop.findUnique = (async (asked: never) => {
        const found: unknown = await ctx.db.drop.findUnique(asked);
        late ??= refusal(announce(1));
        await Promise.race([late, untilWaiting(1).catch(() => undefined)]);
        return found;
      }) as never;
      const drop = new Proxy(ctx.db.drop, {
        get: (table, name) =>
          name === 'findUnique' ? findUnique : (Reflect.get(table, name) as () => unknown).bind(table),
      });
      const wave = { opensAt: after(times.closesAt, hour), closesAt: after(times.closesAt, 2 * hour) };
      return addWave(
        { ...ctx, db: new Proxy(ctx.db, { get: (all, name) => (name === 'drop' ? drop : Reflect.get(all, name)) }) },
        { dropId: id, ...wave, units: { [ink]: 1 } },
      );
    });
    await added(operator, undefined);
    expect(await late).toBe('plan-changed-announce');
    expect(await read()).toMatchObject({ version: 2, announcedAt: null });
  });

  it('would announce what nobody saw without the version (control)', async () => {
    const { operator, form, read, id } = await plan();
    let late: Promise<unknown> | undefined;
    await inTransaction(operator, async (ctx) => {
      await editDrop(ctx, form({ title: 'Other' }));
      late = db.drop.updateMany({ where: { id, announcedAt: null }, data: { announcedAt: clock() } });
      void late.catch(() => undefined);
      await untilWaiting(1);
    });
    expect(await late).toEqual({ count: 1 });
    expect(await read()).toMatchObject({ title: 'Other', announcedAt: expect.any(Date) as Date });
  });

  it('one announces while the other deletes: either it is public and stands, or it is gone', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id, announce, remove } = await plan();
      const both = await Promise.allSettled([announce(1), remove()]);
      const codes = both.map((each) => (each.status === 'rejected' ? (each.reason as { code: string }).code : 'done'));
      const left = await db.drop.findUnique({ where: { id } });
      if (left) expect([codes, left.announcedAt !== null]).toEqual([['done', 'plan-announced'], true]);
      else expect(['not-found', 'plan-changed-announce']).toContain(codes[0]);
    }
  });
});
