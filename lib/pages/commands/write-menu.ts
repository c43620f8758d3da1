import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { translator } from '@/lib/core/i18n';
import { listed, type Locale } from '@/lib/core/locale';
import { plainName } from '@/lib/members/published';

import { changedMenuParts, completeMenu, menuTag, type Menu, type MenuEntry, type MenuPart } from '../choices/menu';
import { listMenuPages, readMenu } from '../queries/menu';

type Shown = { shown: number; locale: Locale };

/** The menu as it was saved last, for who saw that version of it; refuses who saw an older one, and says who saved what meanwhile. */
export async function shownMenu(ctx: Ctx, shown: Shown): Promise<Menu> {
  const menu = await readMenu(ctx);
  if (menu.version !== shown.shown) throw await savedMeanwhile(ctx, shown);
  return menu;
}

/**
 * Adds the next version, complete for the pages that are to be in the menu now; null, and nothing is written, where nothing differs. Of
 * two at once that saw the same version, the number of the later is taken when the earlier commits, and it is refused.
 */
export async function writeMenu(
  ctx: Ctx,
  before: Menu,
  wished: readonly MenuEntry[],
  shown: Shown,
): Promise<{ version: number; parts: MenuPart[] } | null> {
  const pageIds = (await listMenuPages(ctx)).map(({ id }) => id);
  const entries = completeMenu(wished, pageIds);
  const parts = changedMenuParts(completeMenu(before.entries, pageIds), entries);
  if (parts.length === 0) return null;
  const version = before.version + 1;
  const row = { version, data: { entries }, parts, actorId: memberId(ctx.actor), at: ctx.now };
  const { count } = await ctx.db.menuVersion.createMany({ data: [row], skipDuplicates: true });
  if (count === 0) throw await savedMeanwhile(ctx, shown);
  ctx.touch(menuTag);
  return { version, parts };
}

async function savedMeanwhile(ctx: Ctx, { shown, locale }: Shown): Promise<Refused> {
  const rows = await ctx.db.menuVersion.findMany({
    where: { version: { gt: shown } },
    orderBy: { version: 'desc' },
    take: 20,
    select: { version: true, parts: true, actor: { select: plainName } },
  });
  const t = translator(locale, 'pagesStaff');
  const parts = [...new Set(rows.flatMap((row) => row.parts))] as MenuPart[];
  const names = parts.map((part) => t(`menu.parts.${part}`));
  const values = {
    name: rows[0]?.actor?.name ?? t('somebody'),
    version: rows[0]?.version ?? 0,
    what: listed(locale, names) || '–',
  };
  return new Refused('menu-changed', 'another version of the menu was saved meanwhile', { values });
}
