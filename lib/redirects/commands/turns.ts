import type { Ctx } from '@/lib/core/context';
import { takeTurns } from '@/lib/core/take-turns';

/** Whoever writes redirects comes one after another: what two write at once could otherwise lead in a circle. */
export const inTurn = (ctx: Ctx): Promise<void> => takeTurns(ctx.db, 'redirects');
