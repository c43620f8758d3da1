import { system } from '@/lib/core/actor';
import { reading, transact, type Ctx } from '@/lib/core/context';
import type { Happened } from '@/lib/core/events';
import { momentUtc } from '@/lib/core/i18n';
import { named } from '@/lib/core/locale';
import { paths } from '@/lib/paths';
import { markReminded } from '@/lib/drops/commands';
import { getToldOpening, listNearWaves } from '@/lib/drops/queries/remind';
import { tellEach } from '@/lib/notifications/tell-each';

/** Reminds everyone who reserved a quarter of an hour before the opening; answers how many. Several processes may do so at once. */
export async function remindReservers(now: Date): Promise<number> {
  let told = 0;
  for (const wave of await listNearWaves(reading(system, now))) {
    for (let batch = -1; batch !== 0; told += batch)
      batch = (await transact(markReminded)(system, wave, { now })).length;
  }
  return told;
}

/** Tells those who reserved that it opens soon. */
export async function tellOfOpening(
  ctx: Ctx,
  { id: eventId, payload }: Happened<'reservation.reminded'>,
): Promise<void> {
  const opening = await getToldOpening(ctx, payload);
  if (!opening) return;
  const { drop, opensAt, members } = opening;
  const told = { data: { title: named(drop), opens: momentUtc(opensAt) }, path: paths.drop(drop.slug) };
  await tellEach(ctx, {
    kind: 'dropOpensSoon',
    eventId,
    each: members.map(({ id: memberId }) => ({ memberId, ...told })),
  });
}
