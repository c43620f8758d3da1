import { describe, expect, it } from 'vitest';

import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, hour, minute } from '@/lib/core/time';
import { editPlanned, editPlannedWave } from '@/lib/flows/drops/edit-planned';
import { announcePlanned } from '@/lib/flows/drops/plan-drop';
import { makeDrop, makeOperator } from '@/tests/support/drop-factories';
import { makeMember } from '@/tests/support/factories';
import { refusal, refused } from '@/tests/support/refusal';

import { addWave, issueFCodes, removeWave, scheduleDrop } from './commands';
import { verifyLedger } from './ledger/verify';
import { getLedger } from './queries/get-ledger';
import { getPlanWaves } from './queries/plan-waves';
import type { EditWave } from './schema';

const words = { title: 'In three waves', titleZh: '', summary: 'Ten.', summaryZh: '' };
const terms = { needsReservation: false, minTrust: 0, holdMinutes: 15 };

/** A plan of three waves, an hour each with an hour between; its version is 3. */
async function plan() {
  const { productId, variantIds } = await makeDrop({ units: [1, 1] });
  const [ink, oat] = variantIds as [string, string];
  const [operator, begin] = [await makeOperator(), clock()];
  const times = (at: number) => ({ opensAt: after(begin, 2 * at * hour), closesAt: after(begin, (2 * at + 1) * hour) });
  const units = { [ink]: 4 };
  const { id, slug } = await transact(scheduleDrop)(operator, { ...words, ...terms, ...times(1), productId, units });
  const setAside = [{ variantId: ink, channel: 'FCODE' as const, units: 2 }];
  await transact(addWave)(operator, { dropId: id, ...times(2), units, setAside });
  await transact(addWave)(operator, { dropId: id, ...times(3), units });
  const edit = (more: Partial<EditWave>, who = operator) =>
    editPlannedWave(who, { dropId: id, number: 2, shown: 3, ...times(2), units, setAside, ...more });
  const waves = () =>
    db.wave.findMany({
      where: { dropId: id },
      orderBy: { number: 'asc' },
      include: { allotments: { orderBy: { units: 'asc' } } },
    });
  return { id, slug, ink, oat, operator, times, units, edit, waves };
}

describe('a further wave of a plan', () => {
  it('changes where it stands: its times, and its units with a ledger that begins with what is announced', async () => {
    const { id, slug, ink, oat, operator, times, edit, waves } = await plan();
    const before = await waves();
    const moved = { opensAt: after(times(2).opensAt, 10 * minute), closesAt: after(times(2).closesAt, 10 * minute) };
    expect(await edit({ ...moved, units: { [ink]: 3, [oat]: 5 } })).toEqual({ version: 4 });
    const now = await waves();
    expect(now[1]).toMatchObject({ id: before[1]!.id, number: 2, ...moved });
    expect(now[1]!.allotments.map(({ units, channel }) => [units, channel])).toEqual([
      [2, 'FCODE'],
      [3, 'PUBLIC'],
      [5, 'PUBLIC'],
    ]);
    expect([now[0], now[2]]).toEqual([before[0], before[2]]);
    const entry = await db.auditEntry.findFirstOrThrow({ where: { act: 'drop.editWave', subjectId: id } });
    expect(entry.detail).toMatchObject({ wave: 2, version: 4, parts: ['times', 'units'] });
    expect(await getPlanWaves(reading(operator), { id })).toMatchObject({
      version: 4,
      planned: true,
      waves: [
        { number: 2, ...moved, units: { [`units.${ink}`]: 3, [`units.${oat}`]: 5, [`units.${ink}.FCODE`]: 2 } },
        { number: 3, ...times(3), units: { [`units.${ink}`]: 4 } },
      ],
    });
    await announcePlanned(operator, { dropId: id, shown: 4 });
    const { books, rows } = (await getLedger(reading(), { slug, limit: 1_000 }))!;
    expect(await verifyLedger(books, rows)).toMatchObject({ agrees: true });
    expect(
      rows
        .filter(({ kind }) => kind === 'OFFERED')
        .map(({ delta }) => delta)
        .toSorted(),
    ).toEqual([2, 3, 4, 4, 5]);
    expect(await refusal(edit({ shown: 4 }))).toBe('plan-announced');
  });

  it('stands between the waves beside it, within what a plan may be, and is bought somewhere', async () => {
    const { id, times, edit, operator } = await plan();
    const field = async (more: Partial<EditWave>) => {
      const { code, detail } = await refused(edit(more));
      return [code, detail.field];
    };
    expect(await field({ opensAt: after(times(1).closesAt, -1) })).toEqual(['wave-before-open', 'opensAt']);
    expect(await field({ closesAt: after(times(3).opensAt, 1) })).toEqual(['waves-overlap', 'closesAt']);
    expect(await field({ closesAt: times(2).opensAt })).toEqual(['closes-too-soon', 'closesAt']);
    expect(await field({ units: {}, setAside: [] })).toEqual(['no-units', 'units']);
    expect(await field({ units: { [(await makeDrop()).variantIds[0]!]: 1 } })).toEqual(['no-units', 'units']);
    // The first is changed with the plan, and there is no fourth.
    expect(await refusal(edit({ number: 1 }))).toBe('not-found');
    expect(await refusal(edit({ number: 4 }))).toBe('not-found');
    expect(await refusal(edit({}, await makeMember()))).toBe('forbidden');
    // The last may end when it will.
    const last = { number: 3, opensAt: times(2).closesAt, closesAt: after(times(3).closesAt, 48 * hour), setAside: [] };
    expect(await edit(last)).toEqual({ version: 4 });
    const codes = { source: 'STAFF' as const, note: '', expiresAt: times(2).closesAt };
    await transact(issueFCodes)(operator, { dropId: id, count: 2, ...codes });
    expect(await refusal(edit({ shown: 4, setAside: [] }))).toBe('f-codes-need-units');
  });

  it('is not overwritten by who saw an older version, and says who changed what', async () => {
    const { id, ink, operator, times, edit } = await plan();
    await edit({ units: { [ink]: 9 } });
    const late = await refused(edit({ units: { [ink]: 1 }, locale: 'zh' } as never));
    expect(late).toMatchObject({ code: 'plan-changed', detail: { values: { what: '批次', version: 4 } } });
    const other = { ...words, ...terms, ...times(1), units: { [ink]: 4 }, dropId: id, shown: 3 };
    expect(await refused(editPlanned(operator, other))).toMatchObject({ detail: { values: { what: 'waves' } } });
  });

  it('is one thing after the other of those who change it, take the last one out, and announce', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { id, operator, ink, times, edit, waves } = await plan();
      const ends = await Promise.all([
        refusal(edit({ number: 3, ...times(3), units: { [ink]: 7 } })),
        refusal(edit({ units: { [ink]: 8 } })),
        refusal(transact(removeWave)(operator, { dropId: id, number: 3, shown: 3 })),
        refusal(announcePlanned(operator, { dropId: id, shown: 3 })),
      ]);
      expect(ends.filter((end) => end === 'done')).toHaveLength(1);
      const offered = (await waves()).map(({ allotments }) => allotments.at(-1)!.units);
      const wanted = [
        [4, 4, 7],
        [4, 8, 4],
        [4, 4],
        [4, 4, 4],
      ][ends.indexOf('done')];
      expect(offered).toEqual(wanted);
    }
  });
});
