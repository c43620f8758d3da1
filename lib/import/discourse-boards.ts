import { categoryShape, shapeReason, type Category } from './discourse-shape';
import type { ImportedBoard } from './discourse-types';
import type { Refusal } from './report';

export const NO_BOARD = 'uncategorised';

/** Gathers boards from category lists, and stand-ins for categories that only threads know. */
export class BoardBook {
  private readonly listed = new Map<string, ImportedBoard>();
  private readonly mentioned = new Map<string, Map<string, { board: ImportedBoard; seen: number }>>();
  private readonly needed = new Set<string>();

  constructor(private readonly refuse: (refusal: Refusal) => void) {}

  addListed(file: string, row: number, value: unknown): void {
    const category = categoryShape.safeParse(value);
    if (!category.success) {
      this.refuse({ file, row, list: 'category', code: 'category-shape', reason: shapeReason(category.error) });
      return;
    }
    const board = toBoard(category.data, false);
    const known = this.listed.get(board.sourceId);
    if (!known) this.listed.set(board.sourceId, board);
    else if (known.name !== board.name) {
      this.refuse({
        file,
        row,
        list: 'category',
        code: 'duplicate-id',
        reason: `category ${board.sourceId} is already "${known.name}"`,
      });
    }
  }

  addMentioned(value: unknown): void {
    const category = categoryShape.safeParse(value);
    if (!category.success) return;
    const board = toBoard(category.data, true);
    const names = this.mentioned.get(board.sourceId) ?? new Map();
    names.set(board.name, { board, seen: (names.get(board.name)?.seen ?? 0) + 1 });
    this.mentioned.set(board.sourceId, names);
  }

  anyListed(): boolean {
    return this.listed.size > 0;
  }

  /** Notes that a thread stands on this board, so that it must exist. */
  need(categoryId: number | null): string {
    const sourceId = categoryId === null ? NO_BOARD : `${categoryId}`;
    this.needed.add(sourceId);
    return sourceId;
  }

  /** Parents before children; a parent that is not in the folder is dropped from its children. */
  all(): ImportedBoard[] {
    const standIns = [...this.needed].filter((id) => !this.listed.has(id)).map((id) => this.standIn(id));
    const boards = [...this.listed.values(), ...standIns];
    const ids = new Set(boards.map((board) => board.sourceId));
    const settled = boards.map((board) => ({
      ...board,
      parent: board.parent && ids.has(board.parent) ? board.parent : null,
    }));
    return orderByDepth(settled);
  }

  private standIn(sourceId: string): ImportedBoard {
    const names = [...(this.mentioned.get(sourceId)?.values() ?? [])].sort((a, b) => b.seen - a.seen);
    if (names[0]) return names[0].board;
    const name = sourceId === NO_BOARD ? 'Uncategorised' : `Category ${sourceId}`;
    const slug = sourceId === NO_BOARD ? NO_BOARD : `category-${sourceId}`;
    // Nothing says who may read an unlisted category, and opening a closed one cannot be undone.
    const closed = sourceId !== NO_BOARD;
    return {
      sourceId,
      name,
      slug,
      description: '',
      color: null,
      parent: null,
      position: null,
      private: closed,
      placeholder: true,
      unnamed: closed,
    };
  }
}

function toBoard(category: Category, placeholder: boolean): ImportedBoard {
  return {
    sourceId: `${category.id}`,
    name: category.name,
    slug: category.slug || `category-${category.id}`,
    description: category.description ?? '',
    color: category.color || null,
    parent: category.parent_category_id === null ? null : `${category.parent_category_id}`,
    position: category.position,
    private: category.read_restricted,
    placeholder,
    unnamed: false,
  };
}

function orderByDepth(boards: ImportedBoard[]): ImportedBoard[] {
  const byId = new Map(boards.map((board) => [board.sourceId, board]));
  const depth = (board: ImportedBoard) => {
    const seen = new Set<string>();
    let parent = board.parent;
    while (parent && !seen.has(parent)) {
      seen.add(parent);
      parent = byId.get(parent)?.parent ?? null;
    }
    // A circle of parents would leave no board to start from: its members stand at the top.
    if (seen.has(board.sourceId)) board.parent = null;
    return board.parent ? seen.size : 0;
  };
  return boards
    .map((board) => ({ board, depth: depth(board) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ board }) => board);
}
