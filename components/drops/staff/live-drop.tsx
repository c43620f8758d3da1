'use client';

import { useRouter } from 'next/navigation';
import { createContext, use, useEffect, useEffectEvent, useRef } from 'react';

import type { PublicState } from '@/lib/drops/gate/public-state';

import { DropPhase, PhaseBadge } from '../drop-phase';
import { useDropState, type LiveState } from '../use-drop-state';

const LiveDropContext = createContext<LiveState | null>(null);

/** One stream of an announced drop for all of its staff page; at each turn of the drop the server renders the rest again. */
export function LiveDrop({ first, children }: { first: Omit<PublicState, 'now'>; children: React.ReactNode }) {
  const live = useDropState(first.slug, first);
  const { phase, wave, opensAt, closesAt } = live.state;
  useTurn([phase, wave, opensAt, closesAt].join());
  return <LiveDropContext value={live}>{children}</LiveDropContext>;
}

/** The drop as it is now by the server's clock; null of a plan, which nobody streams. */
export function useLiveDrop(): LiveState | null {
  return use(LiveDropContext);
}

function useTurn(turn: string): void {
  const router = useRouter();
  const before = useRef(turn);
  const renew = useEffectEvent(() => router.refresh());
  useEffect(() => {
    if (before.current === turn) return;
    before.current = turn;
    renew();
  }, [turn]);
}

/** Where the drop stands, as it changes. */
export function LivePhase(known: React.ComponentProps<typeof DropPhase>) {
  const live = useLiveDrop();
  return live ? <PhaseBadge phase={live.state.phase} /> : <DropPhase {...known} />;
}
