'use client';

import { useState } from 'react';

import { refOf, verifyLedger, type Verdict } from '@/lib/drops/ledger/verify';

import { loadLedger, type Ledger } from './load-ledger';

export type Checking =
  | { at: 'idle' | 'unreachable' | 'insecure' }
  | { at: 'fetching'; count: number }
  | { at: 'reckoning'; done: number; count: number }
  | { at: 'done'; verdict: Verdict; ledger: Ledger; own: Own | null };

/** The reader's own claim as the ledger names it, with its rows. */
export type Own = { ref: string; rows: Ledger['rows'] };

/** Fetches a drop's ledger and reckons it again in the reader's own browser; finds their claim in it. */
export function useLedgerCheck(slug: string, claimId: string | null) {
  const [checking, setChecking] = useState<Checking>({ at: 'idle' });

  const check = async () => {
    if (typeof crypto === 'undefined' || !crypto.subtle) return setChecking({ at: 'insecure' });
    setChecking({ at: 'fetching', count: 0 });
    const ledger = await loadLedger(slug, (count) => setChecking({ at: 'fetching', count }));
    if (!ledger) return setChecking({ at: 'unreachable' });
    const count = ledger.rows.length;
    const verdict = await verifyLedger(ledger.books, ledger.rows, (done) =>
      setChecking({ at: 'reckoning', done, count }),
    );
    setChecking({ at: 'done', verdict, ledger, own: await findOwn(ledger, claimId) });
  };

  return { checking, check };
}

async function findOwn({ rows }: Ledger, claimId: string | null): Promise<Own | null> {
  if (!claimId) return null;
  const ref = await refOf(claimId);
  const own = rows.filter((row) => row.ref === ref);
  return own.length > 0 ? { ref, rows: own } : null;
}
