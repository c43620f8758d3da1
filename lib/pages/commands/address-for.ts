import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { freeSlug, slugify } from '@/lib/core/slug';

import { isReserved } from '../choices/kinds';
import type { Edited } from '../parts';
import type { SavePage } from '../schema';

/**
 * The address that a page is to have: the one that was typed, its own where nothing was, and for a new page one made of its title.
 * Refuses one that another page has or had, or that is kept. Who asks has the lock of addresses until the commit.
 */
export async function addressFor(ctx: Ctx, before: Edited | null, input: SavePage): Promise<string> {
  if (!input.slug && before?.slug) return before.slug;
  const taken = (slugs: string[]) => takenByOthers(ctx, slugs, before?.id);
  const free = await freeSlug(ctx, { kind: 'page', title: input.slug || input.title || input.titleZh, taken });
  if (!input.slug) return free;
  const wanted = slugify(input.slug);
  if (isReserved(wanted)) throw new Refused('page-address-reserved', 'the address is kept', { field: 'slug' });
  if (free !== wanted) throw new Refused('page-address-taken', 'another page has the address', { field: 'slug' });
  return wanted;
}

/** Has the address that a public page has left lead to it; an address that was never public is free again. */
export async function keepOldAddress(ctx: Ctx, before: Edited, { id, slug }: Edited): Promise<void> {
  if (!slug || !before.slug || slug === before.slug) return;
  await ctx.db.pageAddress.deleteMany({ where: { slug } });
  if (before.publishedAt) await ctx.db.pageAddress.create({ data: { slug: before.slug, pageId: id, at: ctx.now } });
}

/** Which of these addresses other pages have or had, or are kept. */
export async function takenByOthers({ db }: Ctx, slugs: string[], id?: string): Promise<{ slug: string }[]> {
  const [pages, former] = await Promise.all([
    db.page.findMany({ where: { slug: { in: slugs }, ...(id && { id: { not: id } }) }, select: { slug: true } }),
    db.pageAddress.findMany({
      where: { slug: { in: slugs }, ...(id && { pageId: { not: id } }) },
      select: { slug: true },
    }),
  ]);
  const kept = slugs.filter(isReserved).map((slug) => ({ slug }));
  return [...pages.flatMap(({ slug }) => (slug ? [{ slug }] : [])), ...former, ...kept];
}
