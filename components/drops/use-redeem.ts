'use client';

import { useState } from 'react';

import { postJson } from '@/components/ask-server';
import { useViewer } from '@/components/viewer/viewer-provider';
import { api } from '@/lib/core/paths';
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
    const reply = (await postJson<Reply>(api('drops', slug, 'redeem'), wanted))?.body ?? { error: 'unreachable' };
    if (!reply.claimId) setProblem({ code: reply.error ?? 'failed', values: reply.values });
    await refresh();
    setPending(false);
  };

  return { redeem, pending, problem };
}
