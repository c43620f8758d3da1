import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';

import { ruledBoard } from '../scopes';
import { isWithin, writersRead, type BoardRule, type RuledBoard } from '../rules';

type Board = { id: string; productId: string | null };

/**
 * Gives a board its rules in place of those that it has, and says whether somebody is now kept out who was not. Refuses
 * with writers-must-read rules by which somebody might write who could not read, and a role that is not there.
 */
export async function setRules(ctx: Ctx, board: Board, rules: BoardRule[], before?: RuledBoard): Promise<boolean> {
  const next = { rules, productId: board.productId };
  if (!writersRead(next)) throw new Refused('writers-must-read', 'who writes must be able to read', { field: 'reads' });
  await requireRoles(ctx, rules);
  await ctx.db.boardRule.deleteMany({ where: { boardId: board.id } });
  await ctx.db.boardRule.createMany({ data: rules.map((rule) => ({ ...rule, boardId: board.id })) });
  return before !== undefined && !isWithin(before, next);
}

/** A board's rules as they stand, its row locked until the commit. */
export async function rulesToChange(ctx: Ctx, boardId: string): Promise<RuledBoard> {
  await ctx.db.$queryRaw`SELECT 1 FROM "Board" WHERE "id" = ${boardId}::uuid FOR NO KEY UPDATE`;
  return ctx.db.board.findUniqueOrThrow({ where: { id: boardId }, select: ruledBoard });
}

async function requireRoles(ctx: Ctx, rules: BoardRule[]): Promise<void> {
  const keys = rules.flatMap(({ roleKey }) => (roleKey ? [roleKey] : []));
  if (keys.length === 0) return;
  const known = await ctx.db.$queryRaw<
    { key: string }[]
  >`SELECT r."key" FROM members.role r WHERE r."key" = ANY(${keys})`;
  if (keys.some((key) => !known.some((role) => role.key === key))) throw new Refused('not-found', 'no such role');
}
