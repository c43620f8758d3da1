'use client';

import { useEffect, useEffectEvent, useState } from 'react';

import { getJson } from '@/components/ask-server';
import { api } from '@/lib/core/paths';
import type { PublicState } from '@/lib/drops/gate/public-state';

export type LiveState = {
  state: Omit<PublicState, 'now'>;
  /** The server's clock minus the browser's, in milliseconds; null until the server has spoken. */
  offset: number | null;
  lost: boolean;
  /** How often the server has spoken. */
  heard: number;
};

const pollMs = 5_000;

/** The state of a drop as the server streams it; asks again by itself when the stream cannot be had. A plan is streamed to nobody. */
export function useDropState(slug: string, first: Omit<PublicState, 'now'>, streamed = true): LiveState {
  const [live, setLive] = useState<LiveState>({ state: first, offset: null, lost: false, heard: 0 });
  const [, reckon] = useState(0);

  useEffect(() => {
    if (!streamed) return;
    const take = (state: PublicState) => setLive(panelStateOf(state));
    const stream = new EventSource(api('drops', slug, 'live'));
    stream.addEventListener('state', (event) => take(JSON.parse(event.data) as PublicState));
    stream.addEventListener('error', () => setLive((before) => ({ ...before, lost: true })));
    const poll = setInterval(() => {
      if (stream.readyState !== EventSource.OPEN) void ask(slug).then((state) => state && take(state));
    }, pollMs);
    return () => {
      clearInterval(poll);
      stream.close();
    };
  }, [slug, streamed]);

  useBoundaries(live, () => {
    reckon((times) => times + 1);
    // The times and units of the next wave are the server's to tell.
    if (phaseNow(live) === 'ended' && live.state.wave < live.state.waves)
      void ask(slug).then((state) => state && setLive(panelStateOf(state)));
  });
  return { ...live, state: { ...live.state, phase: phaseNow(live) } };
}

const ask = (slug: string) => getJson<PublicState>(api('drops', slug, 'state'));

const panelStateOf =
  (state: PublicState) =>
  ({ heard }: LiveState): LiveState => ({ state, offset: state.now - Date.now(), lost: false, heard: heard + 1 });

// The stream is silent while nothing is bought, so the browser itself turns the page at the server's minute.
function useBoundaries({ state, offset }: LiveState, onTurn: () => void): void {
  const turn = useEffectEvent(onTurn);
  useEffect(() => {
    if (offset === null) return;
    const timers = [state.opensAt, state.closesAt].map((at) => {
      const left = Date.parse(at) - Date.now() - offset;
      return left > 0 && left < 2 ** 31 ? setTimeout(() => turn(), left + 15) : undefined;
    });
    return () => timers.forEach((timer) => clearTimeout(timer));
  }, [state.opensAt, state.closesAt, offset]);
}

function phaseNow({ state, offset }: LiveState): PublicState['phase'] {
  if (offset === null || state.phase === 'cancelled') return state.phase;
  const now = Date.now() + offset;
  if (now >= Date.parse(state.closesAt)) return 'ended';
  if (now < Date.parse(state.opensAt)) return 'upcoming';
  if (state.phase === 'paused') return 'paused';
  if (state.decidesAt && !state.decided) return 'opening';
  return state.variants.some(({ remaining }) => remaining > 0) ? 'open' : 'sold-out';
}
