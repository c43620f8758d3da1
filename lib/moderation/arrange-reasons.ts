import { randomBytes } from 'node:crypto';

import { may } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { readSettings, saveSettings } from '@/lib/core/shop-settings';

import { reasonSettings } from './reason-settings';
import { moved, mostReasons, offered, type ReasonMove, type ReasonWords, type ReportReason } from './choices';

/** Adds a reason to those that members report posts for, or words one anew: reports sent before keep the words that they had. */
export async function saveReason(
  ctx: Ctx,
  { shown, id, ...words }: ReasonWords & { shown: number; id?: string },
): Promise<void> {
  await change(ctx, shown, (reasons) => {
    if (id !== undefined) {
      found(reasons.find((each) => each.id === id));
      return reasons.map((each) => (each.id === id ? { ...each, ...words } : each));
    }
    if (reasons.length >= mostReasons)
      throw new Refused('reasons-too-many', 'no more fit', { values: { most: mostReasons } });
    const added = { ...words, id: `r${randomBytes(8).toString('hex')}`, retired: false };
    return [...offered(reasons), added, ...reasons.filter(({ retired }) => retired)];
  });
}

/** Moves a reason up or down, retires it, or brings it back. Refuses to retire the last one that is left. */
export async function arrangeReason(
  ctx: Ctx,
  { shown, id, move }: { shown: number; id: string; move: ReasonMove },
): Promise<void> {
  await change(ctx, shown, (reasons) => {
    found(reasons.find((each) => each.id === id));
    const after = moved(reasons, id, move);
    if (offered(after).length === 0) throw new Refused('reason-last', 'one reason has to stay');
    return after;
  });
}

async function change(ctx: Ctx, shown: number, by: (reasons: ReportReason[]) => ReportReason[]): Promise<void> {
  allow(may(ctx.actor, reasonSettings.permission));
  const { reasons } = await readSettings(reasonSettings, ctx.db);
  await saveSettings(ctx, reasonSettings, { shown, data: { reasons: by(reasons) } });
}
