'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Looks again every two seconds while an act on many is at work and its page is seen. */
export function FollowBulk() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, 2_000);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
