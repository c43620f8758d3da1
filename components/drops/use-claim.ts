'use client';

import { useState } from 'react';

import { useViewer } from '@/components/viewer/viewer-provider';
import type { Problem } from '@/lib/web/outcome';

export type Claimed = { claimId: string; variantId: string; heldUntil: string };
type Reply = { error?: string; opensAt?: string; now?: number; values?: Problem['values'] } & Partial<Claimed>;

const soonMs = 5_000;

/** Asks for a unit: one press, one answer. A press a moment too early waits for the opening and asks once more. */
export function useClaim(slug: string) {
  const [pending, setPending] = useState(false);
  const [claimed, setClaimed] = useState<Claimed | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { refresh } = useViewer();

  const claim = async (variantId: string) => {
    if (pending) return;
    setPending(true);
    setProblem(null);
    const reply = await askTwiceAtMost(slug, variantId);
    setPending(false);
    if (reply.claimId && reply.heldUntil && reply.variantId) setClaimed({ claimId: reply.claimId, variantId: reply.variantId, heldUntil: reply.heldUntil });
    else setProblem({ code: reply.error ?? 'failed', values: reply.values });
    void refresh();
  };

  return { claim, pending, claimed, problem };
}

async function askTwiceAtMost(slug: string, variantId: string): Promise<Reply> {
  const reply = await ask(slug, variantId);
  const early = reply.error === 'not-open' && reply.opensAt && reply.now ? Date.parse(reply.opensAt) - reply.now : Infinity;
  if (early > soonMs) return reply;
  await new Promise((wait) => setTimeout(wait, Math.max(0, early) + 20));
  return ask(slug, variantId);
}

async function ask(slug: string, variantId: string): Promise<Reply> {
  try {
    const response = await fetch(`/api/drops/${slug}/claim`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ variantId }),
    });
    return (await response.json()) as Reply;
  } catch {
    return { error: 'unreachable' };
  }
}
