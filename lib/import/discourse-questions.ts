import { db } from '@/lib/core/db';

import type { DiscourseFolder } from './discourse-read';
import type { ImportedBoard } from './discourse-types';
import type { Refusal } from './report';

/** What whoever starts an import has said already. */
type Said = { base?: string; boards?: string; withoutBase?: boolean };

/** Boards that this folder names by number alone and no earlier one has named. */
export async function unnamedBoards(boards: ImportedBoard[]): Promise<ImportedBoard[]> {
  const numbers = boards.filter(({ unnamed }) => unnamed);
  if (numbers.length === 0) return [];
  const known = await db.board.findMany({
    where: { source: 'discourse', sourceId: { in: numbers.map(({ sourceId }) => sourceId) } },
    select: { sourceId: true, imported: true },
  });
  const named = new Set(
    known
      .filter(({ imported }) => (imported as { placeholder?: boolean } | null)?.placeholder === false)
      .map(({ sourceId }) => sourceId),
  );
  return numbers.filter(({ sourceId }) => !named.has(sourceId));
}

/** What must be known before anything is written, since it would be seen by nobody, or by too many, or not at all. */
export function questions(
  folder: string,
  found: DiscourseFolder,
  unnamed: ImportedBoard[],
  { base, boards, withoutBase }: Said,
): Refusal[] {
  const asked: Refusal[] = [];
  if (unnamed.length > 0 && !found.namesBoards && !boards) {
    const reason = `nothing says what the categories ${numbersOf(unnamed)} are called and who may read them: put categories.json into the folder, or say --boards public or --boards staff; a later run with categories.json names them`;
    asked.push({ file: folder, row: 0, code: 'boards-unnamed', reason });
  }
  if (found.relative > 0 && !base && !withoutBase) {
    const reason = `${found.relative} links and pictures are named by path alone: say --from https://forum.example (the old forum's address), or --from none to go on without them; a later run with the address brings them`;
    asked.push({ file: folder, row: 0, code: 'from-missing', reason });
  }
  return asked;
}

export function numbersOf(boards: ImportedBoard[]): string {
  const numbers = boards.map(({ sourceId }) => sourceId);
  return numbers.length > 20
    ? `${numbers.slice(0, 20).join(', ')} and ${numbers.length - 20} more`
    : numbers.join(', ');
}
