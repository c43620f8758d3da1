import { getJson } from '@/components/ask-server';
import { api, withQuery } from '@/lib/core/paths';
import type { LedgerBook, LedgerRow } from '@/lib/drops/ledger/verify';
import type { LedgerPage } from '@/lib/drops/queries/get-ledger';

export type Ledger = { books: LedgerBook[]; rows: LedgerRow[] };

/** Fetches a drop's ledger page by page, as far as its books went when the first page was written; null when it cannot be had. */
export async function loadLedger(slug: string, onPage: (count: number) => void): Promise<Ledger | null> {
  const address = api('drops', slug, 'ledger');
  const first = await getJson<LedgerPage>(address);
  if (!first) return null;
  const ends = new Map(first.books.map(({ allotmentId, rows }) => [allotmentId, rows]));
  // While the drop runs, later pages know more: what came after the first is not part of this reading.
  const within = ({ allotmentId, seq }: LedgerRow) => seq <= (ends.get(allotmentId) ?? 0);
  const rows = [...first.rows];
  for (let next = first.next; next !== null;) {
    onPage(rows.length);
    const page = await getJson<LedgerPage>(withQuery(address, { after: next }));
    if (!page || page.next === next) return null;
    rows.push(...page.rows.filter(within));
    next = page.next;
  }
  return { books: first.books, rows };
}
