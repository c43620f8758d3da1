import { expect } from 'vitest';

import { db, pool } from '@/lib/core/db';
import { after, clock, hour, minute, second } from '@/lib/core/time';
import { arrivals, makeDrop, type MadeDrop } from './drop-factories';
import { functionText } from './function-text';
import { enterBatch } from '@/lib/drops/sql';

export const opened = after(clock(), -minute);

export const over = after(clock(), 2 * hour);

export const makeDraw = (wish: Parameters<typeof makeDrop>[0] = {}) =>
  makeDrop({ mode: 'DRAW', opensAt: opened, ...wish });

export const makeFair = (wish: Parameters<typeof makeDrop>[0] = {}) =>
  makeDrop({ fairSeconds: 20, opensAt: opened, ...wish });

export const enter = (
  drop: MadeDrop,
  fans: { id: string }[],
  at = after(opened, second),
  allotmentId = drop.allotmentIds[0]!,
) =>
  enterBatch(
    drop.waveId,
    arrivals(...fans).map((each) => ({ ...each, allotmentId })),
    at,
  );

export const states = async (drop: MadeDrop) => {
  const rows = await db.entry.findMany({
    where: { waveId: drop.waveId },
    orderBy: { rank: 'asc' },
    select: { memberId: true, state: true, rank: true, late: true },
  });
  return {
    rows,
    won: rows.filter(({ state }) => state === 'WON').map(({ memberId }) => memberId),
    order: rows.map(({ memberId }) => memberId),
  };
};

/** The database's own function under another name, with some of its guards cut out. */
export async function without(name: string, ...guards: [from: string, to: string][]): Promise<string> {
  const text = guards.reduce(
    (before, [from, to]) => {
      expect(before).toContain(from);
      return before.replace(from, to);
    },
    functionText(`drops/${name}`).replace(`FUNCTION ${name}(`, `FUNCTION ${name}_unguarded(`),
  );
  await pool.query(text);
  return `${name}_unguarded`;
}
