import { may, memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';
import { translator } from '@/lib/core/i18n';
import { listed, type Locale } from '@/lib/core/locale';
import { plainName } from '@/lib/members/published';

import { marketTag, readMarket } from '@/lib/core/current-market';
import { changedParts } from '../parts';
import { emptyMarket, firstMarket, marketData, type MarketData } from '@/lib/core/market';

type Shown = { shown: number; locale: Locale };
type Saving = Shown & {
  data: Partial<MarketData>;
  reason?: string;
  /** The version that is put back. */ from?: number;
};

/**
 * Saves where a shop sends its parcels, for how much, under which taxes and who sells, as a new version that holds for every
 * order from then on; what is not given stays. Orders keep the version under which they were made.
 */
export async function saveMarket(
  ctx: Ctx,
  { data, reason = '', from, ...shown }: Saving,
): Promise<{ version: number }> {
  allow(may(ctx.actor, 'markets.manage'));
  const { market: _, version, ...before } = await readMarket(ctx.db);
  if (version !== shown.shown) throw await savedMeanwhile(ctx, shown);
  const after = marketData.parse({ ...before, ...data });
  const parts = changedParts(before, after);
  if (parts.length === 0 && version > 0) return { version };
  const next = await writeVersion(ctx, { data: after, reason, shown });
  const detail = { version: next, parts, ...(from !== undefined && { from }) };
  await audit(ctx, {
    act: from === undefined ? 'market.save' : 'market.putBack',
    subject: ['market', `${next}`],
    reason,
    detail,
  });
  return { version: next };
}

// Of two at once that saw the same version, the number of the later is taken when the earlier commits: it writes nothing.
async function writeVersion(
  ctx: Ctx,
  { data, reason, shown }: { data: MarketData; reason: string; shown: Shown },
): Promise<number> {
  const version = shown.shown + 1;
  await ctx.db.market.createMany({ data: [{ number: firstMarket, createdAt: ctx.now }], skipDuplicates: true });
  const row = { market: firstMarket, version, data, reason, actorId: memberId(ctx.actor), at: ctx.now };
  const { count } = await ctx.db.marketVersion.createMany({ data: [row], skipDuplicates: true });
  if (count === 0) throw await savedMeanwhile(ctx, shown);
  ctx.touch(marketTag);
  return version;
}

async function savedMeanwhile(ctx: Ctx, { shown, locale }: Shown): Promise<Refused> {
  const rows = await ctx.db.marketVersion.findMany({
    where: { market: firstMarket, version: { gte: shown } },
    orderBy: { version: 'desc' },
    take: 50,
    select: { version: true, data: true, actor: { select: plainName } },
  });
  const [last, first] = [rows[0], rows.at(-1)];
  const t = translator(locale, 'markets');
  // What changed is left out of the sentence where one of the two cannot be read any more.
  const [before, after] = [first, last].map((row) => marketData.safeParse(row?.data).data);
  const earlier = first?.version === shown ? before : emptyMarket;
  const parts = earlier && after ? changedParts(earlier, after).map((part) => t(`parts.${part}`)) : [];
  const what = listed(locale, parts) || '–';
  const values = { name: last?.actor?.name ?? t('somebody'), version: last?.version ?? 0, what };
  return new Refused('market-changed', 'another version of the market was saved meanwhile', { values });
}
