import type { Ctx } from '@/lib/core/context';
import type { Happened } from '@/lib/core/events';
import { formatDateTime } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { paths } from '@/lib/core/paths';
import { listWaveOutcome } from '@/lib/drops/queries/list-wave-outcome';
import { notifyEach, tellEach } from '@/lib/notifications/tell-each';

/** Tells the winners of a draw or a fair opening until when their unit is held, and all others at which place they wait. */
export async function tellOfDecision(ctx: Ctx, { id: eventId, payload }: Happened<'wave.decided'>): Promise<void> {
  const { drop, winners, unlucky } = await listWaveOutcome(ctx, payload);
  if (!drop) return;
  const title = (locale: string) => localText(locale as Locale, drop.title, drop.titleZh);
  await tellEach(ctx, {
    kind: 'waveWon',
    eventId,
    each: winners.map(({ memberId, locale, claimId, heldUntil, variant, variantZh }) => ({
      memberId,
      data: { title: title(locale), variant: localText(locale as Locale, variant, variantZh), until: `${formatDateTime(heldUntil, locale as Locale)} UTC` },
      path: paths.checkout(claimId),
    })),
  });
  await notifyEach(ctx, {
    kind: 'waveLost',
    eventId,
    each: unlucky.map(({ memberId, locale, place }) => ({ memberId, data: { title: title(locale), place }, path: paths.drop(drop.slug) })),
  });
}
