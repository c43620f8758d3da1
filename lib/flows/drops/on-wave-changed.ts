import type { Ctx } from '@/lib/core/context';
import type { Happened } from '@/lib/core/events';
import { momentUtc } from '@/lib/core/i18n';
import { named } from '@/lib/core/locale';
import { paths } from '@/lib/core/paths';
import { getChangedWave, listHopeful } from '@/lib/drops/queries/changed-wave';
import { notifyEach } from '@/lib/notifications/tell-each';

/** Tells those who reserved or wait, and have no unit, that a further wave comes. */
export async function tellOfWave(ctx: Ctx, { id: eventId, payload }: Happened<'wave.added'>): Promise<void> {
  const wave = await getChangedWave(ctx, payload);
  if (wave) await tellHopeful(ctx, { eventId, kind: 'waveAdded', wave, data: { opens: momentUtc(wave.opensAt) } });
}

/** Tells the same members that a wave closes later than was announced. */
export async function tellOfExtension(ctx: Ctx, { id: eventId, payload }: Happened<'wave.extended'>): Promise<void> {
  const wave = await getChangedWave(ctx, payload);
  if (wave) await tellHopeful(ctx, { eventId, kind: 'waveExtended', wave, data: { closes: momentUtc(wave.closesAt) } });
}

type Wave = NonNullable<Awaited<ReturnType<typeof getChangedWave>>>;
type Told = { eventId: string; kind: string; wave: Wave; data: Record<string, ReturnType<typeof momentUtc>> };

async function tellHopeful(ctx: Ctx, { eventId, kind, wave: { drop }, data }: Told): Promise<void> {
  const each = (await listHopeful(ctx, { dropId: drop.id })).map((memberId) => ({
    memberId,
    data: { title: named(drop), ...data },
    path: paths.drop(drop.slug),
  }));
  await notifyEach(ctx, { kind, eventId, each });
}
