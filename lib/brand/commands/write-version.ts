import { memberId } from '@/lib/core/actor';
import type { Brand } from '@/lib/core/brand';
import type { Ctx } from '@/lib/core/context';
import { brandTag, readBrand, storedBrand, type StoredBrand } from '@/lib/core/current-brand';
import { Refused } from '@/lib/core/errors';
import { translator } from '@/lib/core/i18n';
import { listed, type Locale } from '@/lib/core/locale';
import { plainName } from '@/lib/members/published';

import { changedParts } from '../parts';

export type Shown = { shown: number; locale: Locale };

/** The brand as it stands, for who saw that version of it; refuses who saw an older one, and says who saved what meanwhile. */
export async function shownBrand(ctx: Ctx, { shown, locale }: Shown): Promise<StoredBrand> {
  const current = await readBrand(ctx.db);
  if (current.version !== shown) throw await savedMeanwhile(ctx, { shown, locale });
  return current;
}

/**
 * Adds the next version. Of two at once that saw the same one, the number of the later is taken when the earlier commits:
 * nothing is written, and it is refused.
 */
export async function writeVersion(ctx: Ctx, data: Brand, reason: string, shown: Shown): Promise<number> {
  const row = { version: shown.shown + 1, data, reason, actorId: memberId(ctx.actor), at: ctx.now };
  const { count } = await ctx.db.brandVersion.createMany({ data: [row], skipDuplicates: true });
  if (count === 0) throw await savedMeanwhile(ctx, shown);
  ctx.touch(brandTag);
  return row.version;
}

async function savedMeanwhile(ctx: Ctx, { shown, locale }: Shown): Promise<Refused> {
  const rows = await ctx.db.brandVersion.findMany({
    where: { version: { gte: shown } },
    orderBy: { version: 'desc' },
    take: 50,
    select: { version: true, data: true, actor: { select: plainName } },
  });
  const [last, first] = [rows[0], rows.at(-1)];
  const t = translator(locale, 'brand');
  const parts =
    last && first ? changedParts(storedBrand(first), storedBrand(last)).map((part) => t(`parts.${part}`)) : [];
  const what = listed(locale, parts) || '–';
  const values = { name: last?.actor?.name ?? t('somebody'), version: last?.version ?? 0, what };
  return new Refused('brand-changed', 'another version of the brand was saved meanwhile', { values });
}
