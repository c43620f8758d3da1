import type { Ctx } from '@/lib/core/context';
import type { Happened } from '@/lib/core/events';
import { formatDateTime } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { paths } from '@/lib/core/paths';
import { getToldDrop, listUnlucky, listWinners } from '@/lib/drops/queries/list-wave-outcome';
import { notifyEach, tellEach } from '@/lib/notifications/tell-each';

/** Tells the winners of a draw or a fair opening until when their unit is held, and where to pay. */
export async function tellWinners(ctx: Ctx, { id: eventId, payload }: Happened<'wave.decided'>): Promise<void> {
  const drop = await getToldDrop(ctx, payload);
  const each = (await listWinners(ctx, payload)).map(({ memberId, locale: language, claimId, heldUntil, variant, variantZh }) => {
    const locale = language as Locale;
    const data = { title: localText(locale, drop.title, drop.titleZh), variant: localText(locale, variant, variantZh), until: `${formatDateTime(heldUntil, locale)} UTC` };
    return { memberId, data, path: paths.checkout(claimId) };
  });
  await tellEach(ctx, { kind: 'waveWon', eventId, each });
}

/** Tells those who came away empty at which place they wait. */
export async function tellUnlucky(ctx: Ctx, { id: eventId, payload }: Happened<'wave.decided'>): Promise<void> {
  const drop = await getToldDrop(ctx, payload);
  const each = (await listUnlucky(ctx, payload)).map(({ memberId, locale, place }) => (
    { memberId, data: { title: localText(locale as Locale, drop.title, drop.titleZh), place }, path: paths.drop(drop.slug) }
  ));
  await notifyEach(ctx, { kind: 'waveLost', eventId, each });
}
