import type { Ctx } from '@/lib/core/context';
import { found, Refused } from '@/lib/core/errors';
import { translator } from '@/lib/core/i18n';
import { listed, type Locale } from '@/lib/core/locale';
import { plainName } from '@/lib/members/published';

import type { PagePart } from '../parts';

/** The refusal of who saved an older version: who saved since, and what changed. A page that is gone was not found. */
export async function changedMeanwhile(ctx: Ctx, id: string, shown: number, locale: Locale): Promise<Refused> {
  const { version } = found(await ctx.db.page.findUnique({ where: { id }, select: { version: true } }));
  const rows = await ctx.db.pageVersion.findMany({
    where: { pageId: id, version: { gt: shown } },
    orderBy: { version: 'desc' },
    take: 20,
    select: { parts: true, actor: { select: plainName } },
  });
  const t = translator(locale, 'pagesStaff');
  const parts = [...new Set(rows.flatMap((row) => row.parts))] as PagePart[];
  const what =
    listed(
      locale,
      parts.map((part) => t(`parts.${part}`)),
    ) || '–';
  const values = { name: rows[0]?.actor?.name ?? t('somebody'), version, what };
  return new Refused('page-changed', 'another version of the page was saved meanwhile', { values });
}
