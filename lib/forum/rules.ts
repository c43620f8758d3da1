/** Who reads a board, begins threads there and replies: decided here, and as SQL and a filter in visible-boards.ts. */
import { isMember, isStaff, type Actor } from '@/lib/core/actor';

import type { BoardAudience, BoardVerb } from './choices';

/** One row of a board's rules: whom it admits to what. `trust` is asked of members, not of staff. */
export type BoardRule = { verb: BoardVerb; who: BoardAudience; trust: number; roleKey: string | null };

/** A board as far as its rules go. */
export type RuledBoard = { rules: readonly BoardRule[]; productId: string | null; archive?: object | null };

/** An actor as far as rules go: who they are, and the products that they own now. */
export type Standing = { actor: Actor; owned: readonly string[] };

/** Whether somebody may read a board. Staff read every board. */
export function mayRead(standing: Standing, board: RuledBoard): boolean {
  return isStaff(standing.actor) || rulesOf(board, 'READ').some((rule) => admits(rule, standing, board));
}

/** Whether somebody may begin threads or reply on a board: only who may read it; where no rule says who, staff alone. */
export function mayWrite(standing: Standing, board: RuledBoard, verb: 'POST' | 'REPLY'): boolean {
  if (board.archive || !isMember(standing.actor) || !mayRead(standing, board)) return false;
  const rules = rulesOf(board, verb);
  return rules.length === 0 ? isStaff(standing.actor) : rules.some((rule) => admits(rule, standing, board));
}

/** The rules of one verb. */
export const rulesOf = ({ rules }: Pick<RuledBoard, 'rules'>, verb: BoardVerb): BoardRule[] =>
  rules.filter((rule) => rule.verb === verb);

/** Whether a board's rules ask who owns a product before they let somebody write. */
export const asksOwners = ({ rules }: Pick<RuledBoard, 'rules'>): boolean =>
  rules.some(({ verb, who }) => verb !== 'READ' && who === 'OWNERS');

/** Why a member may not write where they may read, as the code of a refusal, with the trust that would be enough. */
export function refusalOfRules(standing: Standing, board: RuledBoard, verb: 'POST' | 'REPLY') {
  if (mayWrite(standing, board, verb)) return null;
  if (board.archive) return { code: 'board-archived', trust: 0 };
  const rules = rulesOf(board, verb);
  const short = rules.filter((rule) => admits({ ...rule, trust: 0 }, standing, board)).map(({ trust }) => trust);
  if (short.length > 0) return { code: 'trust-too-low', trust: Math.min(...short) };
  return { code: rules.some(({ who }) => who === 'OWNERS') ? 'owners-write' : 'staff-write', trust: 0 };
}

function admits({ who, trust, roleKey }: BoardRule, { actor, owned }: Standing, board: RuledBoard): boolean {
  if (who === 'EVERYONE') return true;
  if (!isMember(actor)) return false;
  if (who === 'ROLE') return actor.roles.some(({ key }) => key === roleKey);
  if (isStaff(actor)) return true;
  if (who === 'STAFF' || actor.trust < trust) return false;
  return who !== 'OWNERS' || (board.productId ? owned.includes(board.productId) : owned.length > 0);
}

const width: Record<BoardAudience, number> = { EVERYONE: 5, MEMBERS: 4, READERS: 4, OWNERS: 3, STAFF: 2, ROLE: 1 };

/** Whether everybody whom the first rules admit is admitted by the second ones too, on boards of these products. */
export function isWithin(inner: RuledBoard, outer: RuledBoard): boolean {
  const [narrow, wide] = [inner, outer].map((board) => rulesOf(board, 'READ')) as [BoardRule[], BoardRule[]];
  return narrow.every((rule) => isCovered(rule, inner, wide, outer));
}

/** Whether whoever may write on a board could also read it, as its rules stand. */
export function writersRead(board: RuledBoard): boolean {
  const reading = rulesOf(board, 'READ');
  return board.rules
    .filter(({ verb, who }) => verb !== 'READ' && who !== 'READERS')
    .every((rule) => isCovered(rule, board, reading, board));
}

function isCovered(rule: BoardRule, inner: RuledBoard, wide: BoardRule[], outer: RuledBoard): boolean {
  if (width[rule.who] <= width.STAFF) return true;
  return wide.some(
    (other) =>
      width[rule.who] <= width[other.who] &&
      rule.trust >= other.trust &&
      (other.who !== 'OWNERS' || outer.productId === null || outer.productId === inner.productId),
  );
}

/** A rule as one word of a form: `MEMBERS`, `MEMBERS:2` with a level of trust, `ROLE:SUPPORT` for the holders of a role. */
export const ruleWord = ({ who, trust, roleKey }: Omit<BoardRule, 'verb'>): string =>
  who === 'ROLE' ? `ROLE:${roleKey}` : trust > 0 ? `${who}:${trust}` : who;

const audiences: Record<BoardVerb, readonly BoardAudience[]> = {
  READ: ['EVERYONE', 'MEMBERS', 'OWNERS', 'STAFF'],
  POST: ['READERS', 'OWNERS', 'STAFF', 'ROLE'],
  REPLY: ['READERS', 'OWNERS', 'STAFF', 'ROLE'],
};

/** The rule that such a word is for a verb; null for what is none. */
export function readRuleWord(verb: BoardVerb, word: string): BoardRule | null {
  const [name, more = ''] = word.split(/:(.*)/s);
  const who = audiences[verb].find((each) => each === name);
  if (!who) return null;
  if (who === 'ROLE') return more ? { verb, who, trust: 0, roleKey: more } : null;
  const trust = more === '' ? 0 : Number(more);
  const asked = who === 'MEMBERS' || who === 'READERS' || who === 'OWNERS';
  if (!/^[1-4]?$/.test(more) || (trust > 0 && !asked)) return null;
  return { verb, who, trust, roleKey: null };
}
