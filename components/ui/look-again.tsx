'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

type Props = { everyMs?: number; times?: number };

/** Asks for the page again every few seconds, while it is seen: for what a job is about to finish. */
export function LookAgain({ everyMs = 2500, times = 40 }: Props) {
  const router = useRouter();
  useEffect(() => {
    let left = times;
    const timer = setInterval(() => {
      left -= 1;
      if (left <= 0) clearInterval(timer);
      if (document.visibilityState === 'visible') router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [router, everyMs, times]);
  return null;
}
