import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { env } from '@/lib/core/env';
import { freeSlug } from '@/lib/core/slug';
import { takeTurns } from '@/lib/core/take-turns';
import { runSlow } from '@/lib/outside/slow';
import { getProductName } from '../queries/product-name';

import { canShip, canRelease } from '../policy';
import { saveReleaseInput, type SaveReleaseInput } from '../schema';
import { lockIdeas, touchIdea } from './idea-to-change';

type Release = { id: string; slug: string; productId: string; publishedAt: Date | null; revision: number };

/** Keeps a release's words and the ideas it shall ship. Nobody sees it before it is published; afterwards only its words change. */
export async function saveRelease(ctx: Ctx, given: SaveReleaseInput): Promise<{ id: string; slug: string }> {
  allow(canRelease(ctx.actor));
  const input = saveReleaseInput.parse(given);
  const before = input.releaseId ? await lockRelease(ctx, input.releaseId) : null;
  if (before && input.revision !== undefined && input.revision !== before.revision)
    throw new Refused('release-edited', 'Saved by somebody else meanwhile');
  const productId = before?.productId ?? input.productId;
  const product = await getProductName(ctx, productId);
  const { title, titleZh, kind, version } = input;
  const words = { title, titleZh, kind, version, ...(await writeNotes(input)) };
  const slug = before?.slug ?? (await slugOf(ctx, `${product.handle}-${version}`));
  await refuseTakenVersion(ctx, { productId, version, not: before?.id });
  const release = before
    ? await ctx.db.release.update({
        where: { id: before.id },
        data: { ...words, revision: { increment: 1 } },
        select: { id: true, slug: true },
      })
    : await ctx.db.release.create({
        data: { ...words, productId, slug, createdAt: ctx.now },
        select: { id: true, slug: true },
      });
  if (!before?.publishedAt) await pickIdeas(ctx, release.id, productId, input.ideas);
  await audit(ctx, {
    act: before ? 'release.edit' : 'release.draft',
    subject: ['release', release.id],
    detail: { version, ideas: input.ideas.length },
  });
  if (before?.publishedAt) ctx.touch('releases', `release:${release.slug}`, `product:${product.handle}`);
  return release;
}

export async function lockRelease(ctx: Ctx, id: string): Promise<Release> {
  const rows = await ctx.db.$queryRaw<Release[]>`
    SELECT "id", "slug", "productId", "publishedAt", "revision" FROM "Release" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  return found(rows[0], 'release');
}

async function writeNotes({ markdown, markdownZh }: { markdown: string; markdownZh: string }) {
  return {
    markdown,
    html: await htmlOf('markdown', markdown),
    markdownZh,
    htmlZh: await htmlOf('markdownZh', markdownZh),
  };
}

async function htmlOf(field: string, text: string): Promise<string> {
  if (!text) return '';
  const { fits, html } = await runSlow('render', { markdown: text, origin: env.PUBLIC_URL }, { first: true });
  if (!fits) throw new Refused('too-much-markup', 'More formatting, links or pictures than notes can hold', { field });
  return html;
}

async function refuseTakenVersion(
  ctx: Ctx,
  { productId, version, not }: { productId: string; version: string; not?: string },
): Promise<void> {
  // Of two who give one version at once, the second waits for the first, and finds it.
  await takeTurns(ctx.db, `release:${productId}`);
  const taken = await ctx.db.release.findFirst({ where: { productId, version, id: { not } }, select: { id: true } });
  if (taken) throw new Refused('version-taken', 'This version exists', { field: 'version' });
}

const slugOf = (ctx: Ctx, title: string) =>
  freeSlug(ctx, {
    kind: 'release',
    title,
    taken: (slugs) => ctx.db.release.findMany({ where: { slug: { in: slugs } }, select: { slug: true } }),
  });

async function pickIdeas(ctx: Ctx, releaseId: string, productId: string, wanted: string[]): Promise<void> {
  const ideas = await lockIdeas(ctx, wanted);
  const fit = ideas.filter(
    (idea) =>
      canShip(idea) && idea.productId === productId && (idea.releaseId === null || idea.releaseId === releaseId),
  );
  if (fit.length < new Set(wanted).size)
    throw new Refused('release-idea-moved', 'An idea cannot be picked', { field: 'ideas' });
  await ctx.db.idea.updateMany({ where: { releaseId, id: { notIn: wanted } }, data: { releaseId: null } });
  await ctx.db.idea.updateMany({ where: { id: { in: wanted } }, data: { releaseId } });
  ideas.forEach((idea) => touchIdea(ctx, idea));
}
