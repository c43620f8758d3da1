import { hasRole } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';

import { boardSlug, type OpenBoardInput } from '../schema';
import { openBoard } from './open-board';

export type BoardImport = Omit<OpenBoardInput, 'slug'> & { source: string; sourceId: string; slug: string };

/** Opens the board that another forum had, once; under another address when its own is taken here. */
export async function importBoard(ctx: Ctx, { source, sourceId, slug, ...facts }: BoardImport): Promise<{ id: string; slug: string }> {
  allow(hasRole(ctx.actor, 'ADMIN'));
  await takeTurns(ctx, source);
  const known = await ctx.db.board.findUnique({ where: { source_sourceId: { source, sourceId } }, select: { id: true, slug: true } });
  if (known) return known;
  const board = await openBoard(ctx, { ...facts, slug: await freeSlug(ctx, slug) });
  await ctx.db.board.update({ where: { id: board.id }, data: { source, sourceId }, select: { id: true } });
  return board;
}

/** Two imports of one forum at once take turns, so that neither finds the other's half. */
export async function takeTurns(ctx: Ctx, source: string): Promise<void> {
  await ctx.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`import:${source}`}, 0))`;
}

async function freeSlug({ db }: Ctx, wanted: string): Promise<string> {
  const base = boardSlug.parse(wanted).slice(0, 70).replace(/-+$/, '');
  const rows = await db.board.findMany({ where: { slug: { startsWith: base } }, select: { slug: true }, take: 1000 });
  const taken = new Set(rows.map(({ slug }) => slug));
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}
