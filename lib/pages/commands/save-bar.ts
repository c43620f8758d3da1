import { memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { plainName } from '@/lib/members/published';

import { barData, barTag } from '../choices/bar';
import type { SaveBar } from '../bar-schema';
import { canEditPages } from '../policy';
import { readBar } from '../queries/bar';

/**
 * Saves what the bar above every page says, and when; without words there is none. Refuses who saw an older version, and says who saved
 * another one; of two at once one is refused by the number of its version.
 */
export async function saveBar(ctx: Ctx, input: SaveBar): Promise<{ version: number }> {
  allow(canEditPages(ctx.actor));
  const { shown, locale, text, textZh, link, from, until } = input;
  const before = await readBar(ctx);
  if (before.version !== shown) throw await savedMeanwhile(ctx, locale);
  const times = { from: from?.toISOString() ?? null, until: until?.toISOString() ?? null };
  const data = barData.parse({ text: { en: text, zh: textZh }, link, ...times });
  const version = shown + 1;
  const row = { version, data, actorId: memberId(ctx.actor), at: ctx.now };
  const { count } = await ctx.db.barVersion.createMany({ data: [row], skipDuplicates: true });
  if (count === 0) throw await savedMeanwhile(ctx, locale);
  ctx.touch(barTag);
  await audit(ctx, { act: 'bar.save', subject: ['bar', `${version}`], detail: { version, text: text || textZh } });
  return { version };
}

async function savedMeanwhile(ctx: Ctx, locale: Locale): Promise<Refused> {
  const last = await ctx.db.barVersion.findFirst({
    orderBy: { version: 'desc' },
    select: { version: true, actor: { select: plainName } },
  });
  const name = last?.actor?.name ?? translator(locale, 'pagesStaff')('somebody');
  const values = { name, version: last?.version ?? 0 };
  return new Refused('bar-changed', 'another version of the bar was saved meanwhile', { values });
}
