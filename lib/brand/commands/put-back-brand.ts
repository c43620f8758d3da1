import { may } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { storedBrand } from '@/lib/core/current-brand';
import { allow, found } from '@/lib/core/errors';

import { changedParts } from '../parts';
import { shownBrand, writeVersion, type Shown } from './write-version';

/** Puts an older version back, as a new one with the same data; the versions between them stay in the history. */
export async function putBackBrand(
  ctx: Ctx,
  { version: from, ...shown }: Shown & { version: number },
): Promise<{ version: number }> {
  allow(may(ctx.actor, 'brand.manage'));
  const before = await shownBrand(ctx, shown);
  const old = found(await ctx.db.brandVersion.findUnique({ where: { version: from } }));
  const after = storedBrand(old);
  const parts = changedParts(before, after);
  if (parts.length === 0) return { version: before.version };
  const version = await writeVersion(ctx, after, '', shown);
  await audit(ctx, { act: 'brand.putBack', subject: ['brand', `${version}`], detail: { version, from, parts } });
  return { version };
}
