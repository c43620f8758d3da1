import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import { presentedProduct, productTitle, variantTitle } from '@/lib/catalog/published';
import { memberLink, plainName } from '@/lib/members/published';

import { publicState } from '../gate/public-state';
import { phaseOf, takesNames, waveAt } from '../policy';
import { counted, dropWords, pricedWaves, wavesOfDrop } from './shapes';

const page = 30;
const mostNamed = 200;

/** Every drop for staff, planned ones too, the newest first; the page after a drop's id. */
export async function listDropsForStaff({ db, now }: Reading, { after: cursor }: { after?: string } = {}) {
  const rows = await db.drop.findMany({
    orderBy: { id: 'desc' },
    take: page + 1,
    ...(cursor && isUuid(cursor) ? { where: { id: { lt: cursor } } } : {}),
    select: { ...dropWords, product: { select: productTitle }, waves: wavesOfDrop(now) },
  });
  const drops = rows.slice(0, page).map(({ waves, ...drop }) => {
    const sums = counted(pricedWaves(waves));
    return {
      ...drop,
      wave: waveAt(sums, now),
      phase: drop.announcedAt || drop.cancelledAt ? phaseOf({ ...drop, waves: sums }, now) : ('planned' as const),
    };
  });
  return { drops, next: rows.length > page ? (drops.at(-1)?.id ?? null) : null };
}

/** One drop for staff, with its waves, whom they named for its channels, and the last of its movements that are not claims. */
export async function getDropForStaff({ db, now }: Reading, { id }: { id: string }) {
  if (!isUuid(id)) return null;
  const drop = await db.drop.findUnique({
    where: { id },
    select: {
      ...dropWords,
      createdAt: true,
      product: { select: presentedProduct },
      waves: wavesOfDrop(now),
      createdBy: { select: plainName },
      named: {
        orderBy: [{ channel: 'asc' }, { at: 'desc' }],
        take: mostNamed,
        select: { channel: true, at: true, member: { select: memberLink } },
      },
      _count: { select: { reservations: true, named: true } },
    },
  });
  if (!drop) return null;
  const movements = await db.unitMovement.findMany({
    where: { allotment: { wave: { dropId: id } }, kind: { in: ['OFFERED', 'ADDED', 'CARRIED_OUT', 'CARRIED_IN'] } },
    orderBy: [{ at: 'desc' }, { seq: 'desc' }],
    take: 20,
    select: {
      allotmentId: true,
      seq: true,
      kind: true,
      delta: true,
      at: true,
      allotment: { select: { channel: true, wave: { select: { number: true } }, variant: { select: variantTitle } } },
    },
  });
  const acts = await listActs(db, id);
  const waves = counted(pricedWaves(drop.waves));
  const phase = drop.announcedAt || drop.cancelledAt ? phaseOf({ ...drop, waves }, now) : ('planned' as const);
  const { now: _, ...state } = publicState({ ...drop, waves, reservations: drop._count.reservations }, now);
  return {
    ...drop,
    movements: movements.map((each) => ({ ...each, by: acts.find(putOnOffer(each)) ?? null })),
    pauseReason: lastReason(acts),
    waves,
    wave: waveAt(waves, now),
    /** Waves that are still to open. */
    toOpen: waves.filter(({ opensAt }) => opensAt > now),
    phase,
    state,
    takesNames: takesNames(drop, now),
  };
}

const actsTold = ['drop.schedule', 'drop.addWave', 'drop.addUnits', 'wave.pause', 'wave.explainPause'];

type Act = { act: string; at: Date; reason: string; detail: unknown; actor: { name: string } | null };

async function listActs(db: Reading['db'], dropId: string): Promise<Act[]> {
  return db.auditEntry.findMany({
    where: { subjectType: 'drop', subjectId: dropId, act: { in: actsTold } },
    orderBy: { at: 'desc' },
    take: 60,
    select: { act: true, at: true, reason: true, detail: true, actor: { select: plainName } },
  });
}

// A movement and the act behind it are of one commit, and so of one moment; two acts of one moment differ in what they name.
function putOnOffer({ allotmentId, at, kind }: { allotmentId: string; at: Date; kind: string }) {
  return (act: Act) =>
    act.at.getTime() === at.getTime() &&
    (kind === 'ADDED'
      ? act.act === 'drop.addUnits' && (act.detail as { allotmentId?: string }).allotmentId === allotmentId
      : kind === 'OFFERED' && (act.act === 'drop.schedule' || act.act === 'drop.addWave'));
}

// What was said of the last pause, at once or afterwards.
function lastReason(all: Act[]): string {
  const paused = all.findIndex(({ act }) => act === 'wave.pause');
  return all.slice(0, paused + 1).find(({ reason }) => reason)?.reason ?? '';
}

export type StaffDrop = NonNullable<Awaited<ReturnType<typeof getDropForStaff>>>;
