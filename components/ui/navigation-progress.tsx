'use client';

import { useLinkStatus } from 'next/link';
import { useEffect } from 'react';

/** Inside a link: shows the bar at the top of the window while the link's page is on its way. */
export function LinkProgress() {
  const { pending } = useLinkStatus();
  return pending ? <Underway /> : null;
}

// The mark stands on the root element, where the bar is drawn by CSS: several links may be underway, one bar is shown.
function Underway() {
  useEffect(() => {
    count(1);
    return () => count(-1);
  }, []);
  return null;
}

let underway = 0;

function count(by: number): void {
  underway += by;
  document.documentElement.toggleAttribute('data-underway', underway > 0);
}
