import type { Ctx } from '@/lib/core/context';
import type { Happened } from '@/lib/core/events';
import { momentUtc } from '@/lib/core/i18n';
import { named } from '@/lib/core/locale';
import { paths } from '@/lib/paths';
import { getChangedWave, listHopeful } from '@/lib/drops/queries/changed-wave';
import type { Words } from '@/lib/notifications/schema';
import { notifyEach } from '@/lib/notifications/tell-each';

/** Tells those who reserved or wait, and have no unit, that a further wave comes. */
export async function tellOfWave(ctx: Ctx, { id: eventId, payload }: Happened<'wave.added'>): Promise<void> {
  const wave = await getChangedWave(ctx, payload);
  if (!wave) return;
  const each = await hopefulOf(ctx, wave, { opens: momentUtc(wave.opensAt) });
  await notifyEach(ctx, { kind: 'waveAdded', eventId, each });
}

/** Tells the same members that a wave closes later than was announced. */
export async function tellOfExtension(ctx: Ctx, { id: eventId, payload }: Happened<'wave.extended'>): Promise<void> {
  const wave = await getChangedWave(ctx, payload);
  if (!wave) return;
  const each = await hopefulOf(ctx, wave, { closes: momentUtc(wave.closesAt) });
  await notifyEach(ctx, { kind: 'waveExtended', eventId, each });
}

type Wave = NonNullable<Awaited<ReturnType<typeof getChangedWave>>>;

async function hopefulOf<D extends Words>(ctx: Ctx, { drop }: Wave, data: D) {
  return (await listHopeful(ctx, { dropId: drop.id })).map((memberId) => ({
    memberId,
    data: { title: named(drop), ...data },
    path: paths.drop(drop.slug),
  }));
}
