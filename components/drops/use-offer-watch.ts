'use client';

import { useEffect, useEffectEvent, useRef } from 'react';

import { useViewer } from '@/components/viewer/viewer-provider';

const nearMs = 1_000;
const farMs = 20_000;
const near = 10;

/**
 * Looks for the reader's own offer when the drop has moved. Whoever stands near the head of the list looks at once; those
 * far behind may be thousands and look seldom.
 */
export function useOfferWatch(heard: number, ahead: number): void {
  const { refresh } = useViewer();
  const due = useRef<ReturnType<typeof setTimeout>>(undefined);
  const look = useEffectEvent(() => {
    due.current = undefined;
    void refresh();
  });
  useEffect(() => {
    // The first word tells only what the page has just been told.
    if (heard > 1) due.current ??= setTimeout(() => look(), (ahead < near ? nearMs : farMs) * (0.5 + Math.random()));
  }, [heard, ahead]);
  useEffect(() => () => clearTimeout(due.current), []);
}
