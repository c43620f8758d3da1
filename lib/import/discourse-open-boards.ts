import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { cutTo, firstOf } from '@/lib/core/fields';
import { slugify } from '@/lib/core/slug';
import { cleanText, textOf } from '@/lib/core/sanitize';
import { importBoard, type BoardImport } from '@/lib/forum/commands';

import { withEmoji } from './emoji';
import type { ImportedBoard } from './discourse-types';
import { cleanImportedHtml } from './imported-html';
import { refusedSave } from './refused-save';
import type { Refusal } from './report';

export type Boards = Map<string, { id: string; slug: string }>;

const longestName = 80;
const longestDescription = 300;

/** Who reads boards that an export names by number alone. */
export type Unnamed = 'public' | 'staff';

/** Opens a board for every category, or brings it up to date. What only some could read is for staff only. */
export async function openBoards(
  boards: ImportedBoard[],
  refuse: (refusal: Refusal) => void,
  unnamed: Unnamed = 'staff',
): Promise<Boards> {
  const opened: Boards = new Map();
  const closed = closedBoards(
    boards.map((board) => (board.unnamed && unnamed === 'public' ? { ...board, private: false } : board)),
  );
  for (const [at, board] of boards.entries()) {
    try {
      opened.set(board.sourceId, await transact(importBoard)(system, toBoard(board, at, closed.has(board.sourceId))));
    } catch (error) {
      refuse({ file: `category ${board.sourceId}`, row: 0, ...refusedSave(error) });
    }
  }
  return opened;
}

/** Closed boards and all that stand under one: a child was never read by more people than its parent. */
function closedBoards(boards: ImportedBoard[]): Set<string> {
  const closed = new Set<string>();
  for (const board of boards)
    if (board.private || (board.parent && closed.has(board.parent))) closed.add(board.sourceId);
  return closed;
}

function toBoard(
  { sourceId, name, slug, description, position, placeholder }: ImportedBoard,
  at: number,
  closed: boolean,
): BoardImport {
  const place = Math.round(position ?? at);
  return {
    source: 'discourse',
    sourceId,
    placeholder,
    slug: plainSlug(slug || name) || `category-${sourceId}`,
    name: firstOf(cleanText(withEmoji(name)), longestName).trim(),
    description: cut(textOf(cleanImportedHtml(description)).replace(/\s+/g, ' '), longestDescription),
    position: Math.min(Math.max(place, 0), 10_000),
    visibility: closed ? 'STAFF' : 'PUBLIC',
  };
}

function plainSlug(name: string): string {
  return slugify(name)
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .replace(/^untitled$/, '');
}

function cut(text: string, length: number): string {
  return text.length > length ? `${cutTo(text, length - 1).trimEnd()}…` : text;
}
