'use client';

import { useSyncExternalStore } from 'react';

import { videoSites, type VideoSite } from '@/lib/pages/choices/videos';

const key = 'millet-videos';
const changed = 'millet-videos-changed';
// After half a year the question is asked anew, as the French authority advises for consent (CNIL, guidelines of 17 September 2020, section 36).
const lasts = 183 * 86_400_000;

/** Whether this browser sends Global Privacy Control (https://www.w3.org/TR/gpc/). */
export const sendsSignal = (): boolean =>
  (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true;

function kept(): Partial<Record<VideoSite, number>> {
  try {
    const all = JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, unknown> | null;
    const good = videoSites.filter((site) => {
      const at = all?.[site];
      return typeof at === 'number' && at <= Date.now() && at > Date.now() - lasts;
    });
    return Object.fromEntries(good.map((site) => [site, all![site]]));
  } catch {
    // Storage may be closed to us, or hold what is none of ours.
    return {};
  }
}

/** Remembers on this device that videos of a site may load by themselves, or that they may not. */
export function allowSite(site: VideoSite, allowed: boolean): void {
  const { [site]: _, ...others } = kept();
  try {
    localStorage.setItem(key, JSON.stringify(allowed ? { ...others, [site]: Date.now() } : others));
  } catch {
    // The choice then holds for the one video that was asked for.
  }
  dispatchEvent(new Event(changed));
}

function listen(tell: () => void): () => void {
  addEventListener(changed, tell);
  addEventListener('storage', tell);
  return () => {
    removeEventListener(changed, tell);
    removeEventListener('storage', tell);
  };
}

/** The sites whose videos this reader lets load by themselves, with commas between; none for who sends the signal, and null before scripts run. */
export function useAllowedSites(): string | null {
  return useSyncExternalStore<string | null>(
    listen,
    () => (sendsSignal() ? '' : Object.keys(kept()).join()),
    () => null,
  );
}
