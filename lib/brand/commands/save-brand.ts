import { may } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import { brandData, type Brand } from '@/lib/core/brand';
import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';

import { changedParts } from '../parts';
import { shownBrand, writeVersion, type Shown } from './write-version';

type Saving = Shown & { data: Partial<Brand>; reason?: string };

/** Saves what the brand is called and how it looks as a new version, in force for everybody at once; what is not given stays. */
export async function saveBrand(ctx: Ctx, { data, reason = '', ...shown }: Saving): Promise<{ version: number }> {
  allow(may(ctx.actor, 'brand.manage'));
  const { version: _, ...before } = await shownBrand(ctx, shown);
  const after = brandData.parse({ ...before, ...data });
  const parts = changedParts(before, after);
  if (parts.length === 0 && shown.shown > 0) return { version: shown.shown };
  const version = await writeVersion(ctx, after, reason, shown);
  await audit(ctx, { act: 'brand.save', subject: ['brand', `${version}`], reason, detail: { version, parts } });
  return { version };
}
