import { isMember } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { localizedName, type Localized } from '@/lib/core/locale';
import { variantTitle } from '@/lib/catalog/published';

import { waveAt } from '../policy';
import { dropName } from '../published';
import { standingDrop, stillWaiting } from '../scopes';

/** What a member asked for in a drop and may still give up: a reservation before it opens, or a place on the waiting list. */
export type OwnPart = {
  kind: 'reserved' | 'waiting';
  dropId: string;
  slug: string;
  drop: Localized;
  variant: Localized;
};

const most = 50;
const named = { drop: { select: { id: true, ...dropName } }, variant: { select: variantTitle } } as const;

/** The reader's reservations that can be withdrawn and their places on waiting lists, whether drops are shown or not. */
export async function listOwnParts({ db, actor, now }: Reading): Promise<OwnPart[]> {
  if (!isMember(actor)) return [];
  const times = { orderBy: { number: 'asc' }, select: { opensAt: true, closesAt: true } } as const;
  const [reserved, waiting] = await Promise.all([
    db.reservation.findMany({
      where: { memberId: actor.id, drop: { ...standingDrop, waves: { some: { opensAt: { gt: now } } } } },
      orderBy: { createdAt: 'desc' },
      take: most,
      select: { ...named, drop: { select: { id: true, ...dropName, waves: times } } },
    }),
    db.waitlistPlace.findMany({
      where: { memberId: actor.id, ...stillWaiting, drop: standingDrop },
      orderBy: { id: 'desc' },
      take: most,
      select: named,
    }),
  ]);
  const upcoming = reserved.filter(({ drop }) => (waveAt(drop.waves, now)?.opensAt ?? now) > now);
  return [...upcoming.map((each) => partOf('reserved', each)), ...waiting.map((each) => partOf('waiting', each))];
}

type Name = { title: string; titleZh: string | null };
type Row = { drop: Name & { id: string; slug: string }; variant: Name };

function partOf(kind: OwnPart['kind'], { drop, variant }: Row): OwnPart {
  return { kind, dropId: drop.id, slug: drop.slug, drop: localizedName(drop), variant: localizedName(variant) };
}
