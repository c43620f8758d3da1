import type { Ctx } from '@/lib/core/context';

/** Of these addresses, those that a board has, or had before it was merged into another. */
export async function slugsTaken(ctx: Ctx, slugs: string[]): Promise<{ slug: string }[]> {
  return ctx.db.$queryRaw<{ slug: string }[]>`
    SELECT b."slug" FROM "Board" b WHERE b."slug" = ANY(${slugs})
    UNION SELECT a."slug" FROM "BoardAddress" a WHERE a."slug" = ANY(${slugs})`;
}
