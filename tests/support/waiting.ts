import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { makeSoldOut, type MadeDrop } from './drop-factories';

import { releaseClaim } from '@/lib/drops/commands';

export const release = (claimId: string) => transact(releaseClaim)(system, { claimId, cause: 'EXPIRED' });

export const offersIn = async (drop: MadeDrop) =>
  db.claim.findMany({ where: { dropId: drop.id, offered: true }, orderBy: [{ createdAt: 'asc' }] });

export const move = (table: 'wave' | 'drop', drop: MadeDrop, data: object) =>
  table === 'wave'
    ? db.wave.update({ where: { id: drop.waveId }, data })
    : db.drop.update({ where: { id: drop.id }, data });

/** A drop of one unit that has come back and was not offered yet, while others wait. */
export async function freed(waiting: number) {
  const { drop, claims } = await makeSoldOut(1, waiting);
  await move('wave', drop, { pausedAt: clock() });
  await release(claims[0]!);
  await move('wave', drop, { pausedAt: null });
  return { drop };
}
