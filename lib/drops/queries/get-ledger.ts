import type { Reading } from '@/lib/core/context';

import type { LedgerBook, LedgerRow } from '../ledger/verify';

export type LedgerPage = {
  books: LedgerBook[];
  rows: LedgerRow[];
  /** What to ask for next: the last row's book and number. Null on the last page. */
  next: string | null;
};

/** The published ledger of an announced drop: the head of every book, and so many rows after a place in it. */
export async function getLedger(
  { db }: Pick<Reading, 'db'>,
  { slug, after, limit }: { slug: string; after?: LedgerPlace; limit: number },
): Promise<LedgerPage | null> {
  const books = await booksOf(db, slug);
  if (books.length === 0) return null;
  const { pieces, next } = cut(books, after, limit);
  return { books, rows: await rowsOf(db, pieces), next };
}

export type LedgerPlace = { allotmentId: string; seq: number };

function booksOf(db: Reading['db'], slug: string) {
  return db.$queryRaw<LedgerBook[]>`
    SELECT a."id" AS "allotmentId", a."variantId", a."channel", w."number" AS wave, a."units", a."remaining", a."ledgerSeq" AS rows, a."ledgerHash" AS head
    FROM "Drop" d JOIN "Wave" w ON w."dropId" = d."id" JOIN "Allotment" a ON a."waveId" = w."id"
    WHERE d."slug" = ${slug} AND d."announcedAt" IS NOT NULL ORDER BY a."id"`;
}

type Piece = { allotmentId: string; from: number; to: number };

// Numbers have no gaps, so the heads are enough to find the rows of a page.
function cut(
  books: LedgerBook[],
  after: LedgerPlace | undefined,
  limit: number,
): { pieces: Piece[]; next: string | null } {
  const pieces: Piece[] = [];
  let left = limit;
  for (const { allotmentId, rows } of books) {
    if (after && allotmentId < after.allotmentId) continue;
    const from = allotmentId === after?.allotmentId ? after.seq : 0;
    const to = Math.min(rows, from + left);
    if (to > from) pieces.push({ allotmentId, from, to });
    left -= Math.max(0, to - from);
    if (to < rows) return { pieces, next: `${allotmentId}.${to}` };
  }
  return { pieces, next: null };
}

async function rowsOf(db: Reading['db'], pieces: Piece[]): Promise<LedgerRow[]> {
  if (pieces.length === 0) return [];
  const of = <K extends keyof Piece>(key: K) => pieces.map((piece) => piece[key]);
  return db.$queryRaw<LedgerRow[]>`
    SELECT m."allotmentId", m."seq", m."kind", m."delta", (extract(epoch FROM m."at") * 1000)::float8 AS at, ledger_ref(m."claimId") AS ref, m."hash"
    FROM unnest(${of('allotmentId')}::uuid[], ${of('from')}::int[], ${of('to')}::int[]) AS piece(book, since, upto)
    JOIN "UnitMovement" m ON m."allotmentId" = piece.book AND m."seq" > piece.since AND m."seq" <= piece.upto
    ORDER BY m."allotmentId", m."seq"`;
}
