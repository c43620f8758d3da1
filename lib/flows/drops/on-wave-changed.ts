import type { RecordedEvent } from '@/lib/core/events';
import { momentUtc } from '@/lib/core/i18n';
import { localizedName } from '@/lib/core/locale';
import { dropNotices } from '@/lib/drops/notices';
import { getChangedWave, listAwaiting, listHopeful } from '@/lib/drops/queries/changed-wave';
import { notifyOf } from '@/lib/notifications/notify-of';

/** Tells those who reserved or wait, and have no unit, that a further wave comes. */
export const tellOfWave = notifyOf(dropNotices['wave.added'], async (ctx, { payload }: RecordedEvent<'wave.added'>) => {
  const wave = await getChangedWave(ctx, payload);
  if (!wave || wave.opensAt <= ctx.now) return null;
  const data = { title: localizedName(wave.drop), slug: wave.drop.slug, opens: momentUtc(wave.opensAt) };
  return (await listHopeful(ctx, { dropId: wave.drop.id })).map((memberId) => ({ memberId, data }));
});

/** Tells the same members that a wave closes later than was announced. */
export const tellOfExtension = notifyOf(
  dropNotices['wave.extended'],
  async (ctx, { payload }: RecordedEvent<'wave.extended'>) => {
    const wave = await getChangedWave(ctx, payload);
    if (!wave || isReplaced(payload.to, wave.closesAt)) return null;
    const data = { title: localizedName(wave.drop), slug: wave.drop.slug, closes: momentUtc(wave.closesAt) };
    return (await listHopeful(ctx, { dropId: wave.drop.id })).map((memberId) => ({ memberId, data }));
  },
);

/** Tells those who reserved, wait or have a code of their own that a wave opens later than was announced, and why. */
export const tellOfPostponing = notifyOf(
  dropNotices['wave.postponed'],
  async (ctx, { payload }: RecordedEvent<'wave.postponed'>) => {
    const wave = await getChangedWave(ctx, payload);
    if (!wave || wave.opensAt <= ctx.now || isReplaced(payload.to, wave.opensAt)) return null;
    const [from, opens] = [momentUtc(new Date(payload.from)), momentUtc(wave.opensAt)];
    const { slug } = wave.drop;
    const data = { title: localizedName(wave.drop), slug, from, opens, reason: wave.moveReason ?? '' };
    return (await listAwaiting(ctx, { dropId: wave.drop.id })).map((memberId) => ({ memberId, data }));
  },
);

// A later change of the same wave tells where it stands now.
const isReplaced = (to: string | undefined, now: Date): boolean => to !== undefined && to !== now.toISOString();
