'use client';

import { useState } from 'react';

import { postJson } from '@/components/ask-server';
import { useViewer } from '@/components/viewer/viewer-provider';
import { api } from '@/lib/core/paths';
import type { Problem } from '@/lib/web/outcome';

import { solveProof } from './solve-proof';

export type Claimed = { claimId: string; variantId: string; heldUntil: string };
export type EntryReceipt = { entryId: string; decidesAt: string; variantId: string };
type Reply = { error?: string; opensAt?: string; now?: number; values?: Problem['values'] } & Partial<
  Claimed & EntryReceipt
>;

const soonMs = 5_000;

/** Asks for a unit: one press, one answer. A press a moment too early waits for the opening and asks once more. */
export function useClaim(slug: string, proofOfWork: boolean) {
  const [pending, setPending] = useState(false);
  const [claimed, setClaimed] = useState<Claimed | null>(null);
  const [entered, setEntered] = useState<EntryReceipt | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { refresh } = useViewer();

  const claim = async (variantId: string) => {
    if (pending) return;
    setPending(true);
    setProblem(null);
    const reply = await askTwiceAtMost(slug, variantId, proofOfWork);
    setPending(false);
    if (reply.claimId && reply.heldUntil && reply.variantId)
      setClaimed({ claimId: reply.claimId, variantId: reply.variantId, heldUntil: reply.heldUntil });
    else if (reply.entryId && reply.decidesAt)
      setEntered({ entryId: reply.entryId, decidesAt: reply.decidesAt, variantId });
    else setProblem({ code: reply.error ?? 'failed', values: reply.values });
    void refresh();
  };

  return { claim, pending, claimed, entered, problem };
}

async function askTwiceAtMost(slug: string, variantId: string, proofOfWork: boolean): Promise<Reply> {
  const reply = await askWithPass(slug, variantId, proofOfWork);
  const early =
    reply.error === 'not-open' && reply.opensAt && reply.now ? Date.parse(reply.opensAt) - reply.now : Infinity;
  if (early > soonMs) return reply;
  await new Promise((wait) => setTimeout(wait, Math.max(0, early) + 20));
  return askWithPass(slug, variantId, proofOfWork);
}

async function askWithPass(slug: string, variantId: string, proofOfWork: boolean): Promise<Reply> {
  const { pass, ...refused } = await getPass(slug, proofOfWork);
  return pass ? ask(api('drops', slug, 'claim'), { variantId, pass }) : refused;
}

async function getPass(slug: string, proofOfWork: boolean): Promise<Reply & { pass?: string }> {
  const proof = proofOfWork ? await solveProof(slug) : undefined;
  return ask(api('drops', slug, 'pass'), { proof });
}

async function ask<R extends Reply>(path: string, body: object): Promise<R | Reply> {
  return (await postJson<R>(path, body))?.body ?? { error: 'unreachable' };
}
