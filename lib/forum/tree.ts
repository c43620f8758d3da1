import { isWithin, type RuledBoard } from './rules';

/** How many boards may stand above one another: a root, one under it, and one under that. */
export const mostLevels = 3;

export type TreeBoard = RuledBoard & { id: string; parentId: string | null };
type Misplaced = { code: string; field: 'parent' | 'reads' };

/** Why a board may not stand as it would, among all boards as they would stand then; null when it may. */
export function refusalOfPlace(boards: readonly TreeBoard[], board: TreeBoard): Misplaced | null {
  const all = new Map(boards.map((each) => [each.id, each]));
  all.set(board.id, board);
  const above = ancestors(all, board);
  if (above === null) return { code: 'board-cycle', field: 'parent' };
  const children = [...all.values()].filter(({ parentId }) => parentId === board.id);
  if (above.length + levels(all, board) > mostLevels) return { code: 'board-too-deep', field: 'parent' };
  if (above[0] && !isWithin(board, above[0])) return { code: 'board-wider-than-parent', field: 'reads' };
  if (children.some((child) => !isWithin(child, board))) return { code: 'board-narrower-than-child', field: 'reads' };
  return null;
}

/** Boards in the order in which a tree is read, each with how far it stands below the root. A board whose parent is not among them is a root. */
export function inTree<B extends { id: string; parentId: string | null }>(
  boards: readonly B[],
): (B & { level: number })[] {
  const known = new Set(boards.map(({ id }) => id));
  const under = (parentId: string | null, level: number): (B & { level: number })[] =>
    boards
      .filter((board) => (board.parentId !== null && known.has(board.parentId) ? board.parentId : null) === parentId)
      .flatMap((board) => [{ ...board, level }, ...(level < mostLevels ? under(board.id, level + 1) : [])]);
  return under(null, 0);
}

function ancestors(all: Map<string, TreeBoard>, board: TreeBoard): TreeBoard[] | null {
  const above: TreeBoard[] = [];
  for (let at = board.parentId; at !== null;) {
    if (at === board.id || above.length > all.size) return null;
    const parent = all.get(at);
    if (!parent) break;
    above.push(parent);
    at = parent.parentId;
  }
  return above;
}

function levels(all: Map<string, TreeBoard>, board: TreeBoard): number {
  const children = [...all.values()].filter(({ parentId }) => parentId === board.id);
  return 1 + Math.max(0, ...children.map((child) => levels(all, child)));
}
