import type { Ctx } from '@/lib/core/context';
import { takeTurns } from '@/lib/core/take-turns';

/**
 * The key of a movement that staff make by a form: sent again as it is, by a double click, after a lost answer or by loading its page again, it moves
 * nothing more. None where the form brings no id of its own.
 */
export const formKey = (once: string | undefined, ...what: (string | number)[]): string | undefined =>
  once && `form:${[once, ...what].join(':')}`;

/** The movement that was made with a key, if it was; of two at one moment the second waits for the commit of the first. */
export async function findMade({ db }: Ctx, key: string | undefined): Promise<{ transferId: string | null } | null> {
  if (!key) return null;
  await takeTurns(db, `stock:${key}`);
  return db.stockMove.findUnique({ where: { key }, select: { transferId: true } });
}
