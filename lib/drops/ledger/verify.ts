import type { Channel, MovementKind } from '@/lib/core/prisma-client/enums';

import { fingerprint } from '../fingerprint';

/** The head of one book: the units of a variant offered through a channel of a wave, and how far its ledger goes. */
export type LedgerBook = {
  allotmentId: string;
  variantId: string;
  channel: Channel;
  wave: number;
  units: number;
  remaining: number;
  rows: number;
  head: string;
};

/** One movement as it is published; `at` in milliseconds, `ref` names the claim to nobody but its holder. */
export type LedgerRow = {
  allotmentId: string;
  seq: number;
  kind: MovementKind;
  delta: number;
  at: number;
  ref: string;
  hash: string;
};

export type FaultKind =
  'stranger' | 'number' | 'hash' | 'delta' | 'overdrawn' | 'twice' | 'nobody' | 'short' | 'head' | 'sum' | 'carried';
export type Verdict =
  { agrees: true; rows: number; books: number } | { agrees: false; fault: FaultKind; allotmentId: string; seq: number };

type Account = { book: LedgerBook; seq: number; hash: string; remaining: number; units: number; carried: number };
type Claims = Map<string, string>;

const restEvery = 500;

/**
 * Reckons a published ledger again, row by row: the numbering, every hash, who held what, and the sums. Answers that all
 * agrees, or where the first fault is. `onRow` is told now and then how far it has come.
 */
export async function verifyLedger(
  books: readonly LedgerBook[],
  rows: readonly LedgerRow[],
  onRow?: (done: number) => void,
): Promise<Verdict> {
  const accounts = new Map(
    books.map((book): [string, Account] => [
      book.allotmentId,
      { book, seq: 0, hash: book.allotmentId, remaining: 0, units: 0, carried: 0 },
    ]),
  );
  const claims: Claims = new Map();
  for (const [at, row] of rows.entries()) {
    const account = accounts.get(row.allotmentId);
    const fault = account ? await post(account, claims, row) : 'stranger';
    if (fault) return { agrees: false, fault, allotmentId: row.allotmentId, seq: row.seq };
    if (onRow && at % restEvery === 0) await rest(onRow, at);
  }
  return close([...accounts.values()], rows.length);
}

/** The hash of a row: SHA-256 of "before|seq|kind|delta|milliseconds|ref" in hex; before the first row stands the book's id. */
export function hashOf(
  before: string,
  { seq, kind, delta, at, ref }: Omit<LedgerRow, 'hash' | 'allotmentId'>,
): Promise<string> {
  return fingerprint(`${before}|${seq}|${kind}|${delta}|${at}|${ref}`);
}

/** How a claim is named in the ledger: the first 16 hex digits of its id's SHA-256. */
export async function refOf(claimId: string): Promise<string> {
  return (await fingerprint(claimId)).slice(0, 16);
}

async function post(account: Account, claims: Claims, row: LedgerRow): Promise<FaultKind | null> {
  if (row.seq !== account.seq + 1) return 'number';
  if ((await hashOf(account.hash, row)) !== row.hash) return 'hash';
  if (!fits(row)) return 'delta';
  const claim = settle(claims, row);
  if (claim) return claim;
  account.seq = row.seq;
  account.hash = row.hash;
  account.remaining += row.delta;
  if (row.ref === '') account.units += row.delta;
  if (row.kind === 'CARRIED_IN' || row.kind === 'CARRIED_OUT') account.carried += row.delta;
  return account.remaining < 0 ? 'overdrawn' : null;
}

const deltas: Record<MovementKind, (delta: number) => boolean> = {
  OFFERED: (delta) => delta > 0,
  ADDED: (delta) => delta > 0,
  CARRIED_IN: (delta) => delta > 0,
  CARRIED_OUT: (delta) => delta < 0,
  CLAIMED: (delta) => delta === -1,
  RELEASED: (delta) => delta === 1,
  RETURNED: (delta) => delta === 1,
  PAID: (delta) => delta === 0,
};
const ofClaims = new Set<MovementKind>(['CLAIMED', 'RELEASED', 'RETURNED', 'PAID']);

function fits({ kind, delta, ref }: LedgerRow): boolean {
  return deltas[kind]?.(delta) === true && ofClaims.has(kind) === (ref !== '');
}

// One claim has one unit at a time, of one book.
function settle(claims: Claims, { kind, ref, allotmentId }: LedgerRow): FaultKind | null {
  if (!ref) return null;
  if (kind === 'CLAIMED') {
    if (claims.has(ref)) return 'twice';
    claims.set(ref, allotmentId);
    return null;
  }
  if (claims.get(ref) !== allotmentId) return 'nobody';
  if (kind !== 'PAID') claims.delete(ref);
  return null;
}

function close(accounts: Account[], rows: number): Verdict {
  for (const account of accounts) {
    const fault = faultAtEnd(account);
    if (fault) return { agrees: false, fault, allotmentId: account.book.allotmentId, seq: account.seq };
  }
  // What left one book for the next wave came into another.
  const gone = accounts.find(({ carried }) => carried !== 0);
  if (gone && accounts.reduce((sum, { carried }) => sum + carried, 0) !== 0)
    return { agrees: false, fault: 'carried', allotmentId: gone.book.allotmentId, seq: gone.seq };
  return { agrees: true, rows, books: accounts.length };
}

function faultAtEnd({ book, seq, hash, remaining, units }: Account): FaultKind | null {
  if (seq !== book.rows) return 'short';
  if (seq > 0 && hash !== book.head) return 'head';
  return remaining === book.remaining && units === book.units ? null : 'sum';
}

async function rest(onRow: (done: number) => void, done: number): Promise<void> {
  onRow(done);
  await new Promise((next) => setTimeout(next));
}
