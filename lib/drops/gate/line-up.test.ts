import { expect, it } from 'vitest';

import { batched } from '@/lib/core/batching';
import { arrivals, makeDrop, makeFans } from '@/tests/support/drop-factories';

import { settleBatch, type Arrival, type Settled } from '../sql';
import { knownDrop } from './known-drops';
import { lineUp } from './line-up';

const [units, early] = [710, 100];
type Line = (arrival: Arrival) => Promise<Settled>;

async function rush(
  lineOf: (drop: Awaited<ReturnType<typeof makeDrop>>) => Line,
): Promise<{ granted: boolean[]; sold: number }> {
  const drop = await makeDrop({ units: [units] });
  await knownDrop(drop.slug);
  const line = lineOf(drop);
  const settled = await Promise.all(arrivals(...(await makeFans(900))).map(line));
  const granted = settled.map(({ outcome }) => outcome === 'granted');
  return { granted, sold: granted.filter(Boolean).length };
}

it('gives the last units to those who came first, though batches go together while there is a unit for all', async () => {
  const { granted, sold } = await rush((drop) => (arrival) => lineUp(drop, drop.allotmentIds[0]!, arrival));
  expect(sold).toBe(units);
  expect(granted.indexOf(false)).toBe(units);
});

it('would give them to who came later, if batches overtook each other whatever is left (control)', async () => {
  const { granted, sold } = await rush((drop) => {
    let [batch, taken] = [0, 0];
    return batched(
      async (line: Arrival[]) => {
        if ((batch += 1) === 1) await expect.poll(() => taken).toBe(units);
        const settled = await settleBatch(drop.allotmentIds[0]!, line, new Date());
        taken += settled.filter(({ outcome }) => outcome === 'granted').length;
        return line.map(({ memberId }) => settled.find((each) => each.memberId === memberId)!);
      },
      { waitMs: 3, most: early, longest: 1_000, atOnce: () => 2 },
    );
  });
  expect(sold).toBe(units);
  expect(granted.slice(0, early)).toContain(false);
});
