import type { Ctx } from '@/lib/core/context';
import type { Happened } from '@/lib/core/events';
import { momentUtc } from '@/lib/core/i18n';
import { named } from '@/lib/core/locale';
import { paths } from '@/lib/paths';
import { getToldDrop, listUnlucky, listWinners } from '@/lib/drops/queries/list-wave-outcome';
import { notifyEach, tellEach } from '@/lib/notifications/tell-each';

/** Tells the winners of a draw or a fair opening until when their unit is held, and where to pay. */
export async function tellWinners(ctx: Ctx, { id: eventId, payload }: Happened<'wave.decided'>): Promise<void> {
  const drop = await getToldDrop(ctx, payload);
  const title = named(drop);
  const each = (await listWinners(ctx, payload)).map(({ memberId, claimId, heldUntil, ...variant }) => ({
    memberId,
    data: { title, variant: named(variant), until: momentUtc(heldUntil) },
    path: paths.checkout(claimId),
  }));
  await tellEach(ctx, { kind: drop.mode === 'DRAW' ? 'waveWon' : 'waveGiven', eventId, each });
}

/** Tells those who came away empty at which place they wait. */
export async function tellUnlucky(ctx: Ctx, { id: eventId, payload }: Happened<'wave.decided'>): Promise<void> {
  const { slug, ...drop } = await getToldDrop(ctx, payload);
  const title = named(drop);
  const each = (await listUnlucky(ctx, payload)).map(({ memberId, place }) => ({
    memberId,
    data: { title, place },
    path: paths.drop(slug),
  }));
  await notifyEach(ctx, { kind: 'waveLost', eventId, each });
}
