import { afterEach, describe, expect, it, vi } from 'vitest';

import type { LedgerRow } from '@/lib/drops/ledger/verify';
import type { LedgerPage } from '@/lib/drops/queries/get-ledger';

import { loadLedger } from './load-ledger';

const row = (allotmentId: string, seq: number): LedgerRow => ({
  allotmentId,
  seq,
  kind: 'CLAIMED',
  delta: -1,
  at: 1,
  ref: 'a',
  hash: 'b',
});
const book = (allotmentId: string, rows: number) => ({
  allotmentId,
  rows,
  variantId: 'v',
  channel: 'PUBLIC' as const,
  wave: 1,
  units: 2,
  remaining: 0,
  head: 'c',
});

function serve(pages: Record<string, LedgerPage | null>) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    const page = pages[address];
    return { ok: Boolean(page), json: async () => page };
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

describe('the ledger, fetched', () => {
  it('is read page by page, as far as it went when the first page was written', async () => {
    const grown = [book('one', 3), book('two', 2), book('new', 1)];
    const asked = serve({
      '/api/drops/air/ledger': { books: [book('one', 2), book('two', 1)], rows: [row('one', 1)], next: 'one.1' },
      '/api/drops/air/ledger?after=one.1': { books: grown, rows: [row('one', 2), row('one', 3)], next: 'one.3' },
      '/api/drops/air/ledger?after=one.3': {
        books: grown,
        rows: [row('two', 1), row('two', 2), row('new', 1)],
        next: null,
      },
    });
    const counts: number[] = [];
    const ledger = await loadLedger('air', (count) => counts.push(count));
    expect(asked).toHaveLength(3);
    expect(counts).toEqual([1, 2]);
    expect(ledger?.books.map(({ allotmentId, rows }) => [allotmentId, rows])).toEqual([
      ['one', 2],
      ['two', 1],
    ]);
    expect(ledger?.rows.map(({ allotmentId, seq }) => [allotmentId, seq])).toEqual([
      ['one', 1],
      ['one', 2],
      ['two', 1],
    ]);
  });

  it('is none when a page cannot be had, or leads back to itself', async () => {
    serve({ '/api/drops/air/ledger': null });
    expect(await loadLedger('air', () => {})).toBeNull();
    const turning: LedgerPage = { books: [book('one', 9)], rows: [row('one', 1)], next: 'one.1' };
    serve({ '/api/drops/air/ledger': turning, '/api/drops/air/ledger?after=one.1': turning });
    expect(await loadLedger('air', () => {})).toBeNull();
  });
});
