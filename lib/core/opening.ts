import { db, type Db } from './db';
import { remembered } from './remembered';

/** The tag of whether the site is open, by which every process hears that it was opened or closed. */
export const openingTag = 'opening';

/** Whether the site is open to everybody, by which version, and the line that guests read while it is not. */
export type Opening = { version: number; open: boolean; line: { en: string; zh: string } };

/** How it stands where nobody has opened it. */
export const neverOpened: Opening = { version: 0, open: false, line: { en: '', zh: '' } };

const kept = remembered<Opening>({
  name: 'opening',
  holds: 'Whether the site is open, for forms that are sent to the pages’ thread; read again after four seconds.',
  bytes: 4 * 1024,
});

/** Reads from the database whether the site is open. */
export async function readOpening(from: Pick<Db, 'brandOpening'> = db): Promise<Opening> {
  const row = await from.brandOpening.findFirst({
    orderBy: { version: 'desc' },
    select: { version: true, open: true, line: true, lineZh: true },
  });
  if (!row) return neverOpened;
  return { version: row.version, open: row.open, line: { en: row.line, zh: row.lineZh } };
}

/** Since when the site is open; null while it is closed. */
export async function openSince(from: Pick<Db, 'brandOpening'>): Promise<Date | null> {
  const closed = await from.brandOpening.findFirst({
    where: { open: false },
    orderBy: { version: 'desc' },
    select: { version: true },
  });
  // The first version behind the last closed one: those after it only changed the line for guests.
  const first = await from.brandOpening.findFirst({
    where: { version: { gt: closed?.version ?? 0 } },
    orderBy: { version: 'asc' },
    select: { at: true },
  });
  return first?.at ?? null;
}

/** Whether the site is open; at most five seconds old in every process. */
export function currentOpening(): Promise<Opening> {
  return kept.get(() => readOpening());
}
