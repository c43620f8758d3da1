import { may } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import { brandData, neutralBrand } from '@/lib/core/brand';
import { lowContrast, themes } from '@/lib/core/brand-colours';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { readOldVersion } from '@/lib/core/old-version';

import { changedParts } from '../parts';
import { shownBrand, writeVersion, type Shown } from './write-version';

/**
 * Puts an older version back, as a new one with the same data; the versions between them stay in the history. Refuses what could not be
 * saved today: with version-unreadable what cannot be read, with low-contrast a ground on which text could not.
 */
export async function putBackBrand(
  ctx: Ctx,
  { version: from, ...shown }: Shown & { version: number },
): Promise<{ version: number }> {
  allow(may(ctx.actor, 'brand.manage'));
  const before = await shownBrand(ctx, shown);
  const { version: old, data } = found(await ctx.db.brandVersion.findUnique({ where: { version: from } }));
  // What it lacks, since it is older than the program, is as in the neutral brand; what it has must be as it may be saved today.
  const after = readOldVersion(brandData, { version: old, data: { ...neutralBrand, ...(data as object) } });
  for (const theme of themes) {
    const values = lowContrast(theme, after.colour.paper[theme]);
    if (values) throw new Refused('low-contrast', 'text could not be read on the paper of this version', { values });
  }
  const parts = changedParts(before, after);
  if (parts.length === 0) return { version: before.version };
  const version = await writeVersion(ctx, after, '', shown);
  await audit(ctx, { act: 'brand.putBack', subject: ['brand', `${version}`], detail: { version, from, parts } });
  return { version };
}
