import { describe, expect, it } from 'vitest';

import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, hour } from '@/lib/core/time';
import { announcePlanned } from '@/lib/flows/drops/plan-drop';
import { makeDrop, makeOperator } from '@/tests/support/drop-factories';
import { makeMember } from '@/tests/support/factories';
import { refusal, refused } from '@/tests/support/refusal';

import { addWave, issueFCodes, removeWave, scheduleDrop } from './commands';

const words = { title: 'In three waves', titleZh: '', summary: 'Ten.', summaryZh: '' };
const terms = { needsReservation: false, minTrust: 0, holdMinutes: 15 };

/** A plan of some waves, an hour each; the last has units for codes. */
async function planOf(waves: number) {
  const { productId, variantIds } = await makeDrop({ units: [1] });
  const [operator, begin] = [await makeOperator(), clock()];
  const units = { [variantIds[0]!]: 1 };
  const times = (at: number) => ({ opensAt: after(begin, at * hour), closesAt: after(begin, (at + 1) * hour) });
  const { id } = await transact(scheduleDrop)(operator, { ...words, ...terms, ...times(1), productId, units });
  const setAside = [{ variantId: variantIds[0]!, channel: 'FCODE' as const, units: 2 }];
  for (let at = 2; at <= waves; at += 1)
    await transact(addWave)(operator, { dropId: id, ...times(at), units, ...(at === waves && { setAside }) });
  const remove = (number: number, shown: number, who = operator) =>
    transact(removeWave)(who, { dropId: id, number, shown });
  const numbers = async () =>
    (await db.wave.findMany({ where: { dropId: id }, orderBy: { number: 'asc' } })).map(({ number }) => number);
  return { id, operator, remove, numbers, codesUntil: times(waves).closesAt };
}

describe('a plan of several waves', () => {
  it('loses its last alone, in the version that was seen', async () => {
    const { id, operator, remove, numbers } = await planOf(3);
    expect(await refusal(remove(3, 3, await makeMember()))).toBe('forbidden');
    expect(await refused(remove(3, 2))).toMatchObject({ code: 'plan-changed', detail: { values: { what: 'waves' } } });
    expect(await refusal(remove(2, 3))).toBe('not-found');
    expect(await remove(3, 3)).toEqual({ version: 4 });
    expect(await numbers()).toEqual([1, 2]);
    expect(await db.auditEntry.findFirst({ where: { act: 'drop.removeWave', subjectId: id } })).toMatchObject({
      detail: { wave: 3, version: 4 },
    });
    await remove(2, 4);
    expect(await refusal(remove(1, 5))).toBe('not-found');
    await announcePlanned(operator, { dropId: id, shown: 5 });
    expect(await refusal(remove(1, 5))).toBe('plan-announced');
    expect(await numbers()).toEqual([1]);
  });

  it('keeps a unit for each code that is out', async () => {
    const { id, operator, remove, numbers, codesUntil } = await planOf(2);
    await transact(issueFCodes)(operator, { dropId: id, count: 2, source: 'STAFF', note: '', expiresAt: codesUntil });
    expect(await refusal(remove(2, 2))).toBe('f-codes-need-units');
    expect(await numbers()).toEqual([1, 2]);
  });

  it('is one thing after the other of two who take a wave out and one who announces', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { id, operator, remove, numbers } = await planOf(2);
      const announce = announcePlanned(operator, { dropId: id, shown: 2 });
      const ends = await Promise.all([refusal(remove(2, 2)), refusal(remove(2, 2)), refusal(announce)]);
      expect(ends.filter((end) => end === 'done')).toHaveLength(1);
      expect(await numbers()).toEqual(ends[2] === 'done' ? [1, 2] : [1]);
    }
  });
});
