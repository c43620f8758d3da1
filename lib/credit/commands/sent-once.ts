import type { Ctx } from '@/lib/core/context';
import { takeTurns } from '@/lib/core/take-turns';

/** The key of an entry that staff make by a form: of the form's own id and what it said. What it says else, from the same page, is another act. */
export const formKey = (once: string, ...what: (string | number)[]): string => `form:${[once, ...what].join(':')}`;

/** The entry that was made with a key, if it was; of two at one moment the second waits for the commit of the first. */
export async function findMade({ db }: Ctx, key: string): Promise<{ accountId: string } | null> {
  await takeTurns(db, `credit:${key}`);
  return db.creditEntry.findUnique({ where: { key }, select: { accountId: true } });
}
