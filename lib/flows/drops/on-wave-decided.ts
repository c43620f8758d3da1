import type { Ctx } from '@/lib/core/context';
import type { RecordedEvent } from '@/lib/core/events';
import { momentUtc } from '@/lib/core/i18n';
import { localizedName } from '@/lib/core/locale';
import { dropNotices } from '@/lib/drops/notices';
import { getDropForNotice, listUnlucky, listWinners } from '@/lib/drops/queries/list-wave-outcome';
import { notify } from '@/lib/notifications/commands';
import { notifyOf } from '@/lib/notifications/notify-of';

/** Tells the winners of a draw or a fair opening until when their unit is held, and where to pay. */
export async function tellWinners(ctx: Ctx, event: RecordedEvent<'wave.decided'>): Promise<void> {
  const drop = await getDropForNotice(ctx, event.payload);
  const title = localizedName(drop);
  const winners = (await listWinners(ctx, event.payload)).map(({ memberId, claimId, heldUntil, ...variant }) => ({
    memberId,
    data: { title, variant: localizedName(variant), until: momentUtc(heldUntil), claimId },
  }));
  await notify(ctx, drop.mode === 'DRAW' ? dropNotices['wave.won'] : dropNotices['wave.given'], event, winners);
}

/** Tells those who came away empty at which place they wait. */
export const tellUnlucky = notifyOf(
  dropNotices['wave.lost'],
  async (ctx, { payload }: RecordedEvent<'wave.decided'>) => {
    const { slug, ...drop } = await getDropForNotice(ctx, payload);
    const title = localizedName(drop);
    return (await listUnlucky(ctx, payload)).map(({ memberId, place }) => ({ memberId, data: { title, slug, place } }));
  },
);
