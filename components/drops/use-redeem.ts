'use client';

import { useState } from 'react';

import { useViewer } from '@/components/viewer/viewer-provider';
import type { Problem } from '@/lib/web/outcome';

type Wanted = { variantId: string; code?: string; codeId?: string };
type Reply = { claimId?: string; error?: string; values?: Problem['values'] };

/** Asks for a unit with an F-code; the viewer layer then brings the unit. */
export function useRedeem(slug: string) {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { refresh } = useViewer();

  const redeem = async (wanted: Wanted) => {
    if (pending) return;
    setPending(true);
    setProblem(null);
    const reply = await post(slug, wanted);
    if (!reply.claimId) setProblem({ code: reply.error ?? 'failed', values: reply.values });
    await refresh();
    setPending(false);
  };

  return { redeem, pending, problem };
}

async function post(slug: string, wanted: Wanted): Promise<Reply> {
  try {
    const response = await fetch(`/api/drops/${slug}/redeem`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wanted),
    });
    return (await response.json()) as Reply;
  } catch {
    return { error: 'unreachable' };
  }
}
