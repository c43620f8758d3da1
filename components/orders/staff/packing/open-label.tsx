'use client';

import { useEffect } from 'react';

import { PdfLink } from '@/components/ui/pdf-link';

/** Opens the label of the parcel that was just sent in a tab of its own, where the browser lets it; else its button does. */
export function OpenLabel({ href, children }: { href: string; children: string }) {
  useEffect(() => {
    const known = `label ${href}`;
    // Once: the page is drawn anew with every scan of the next order.
    if (sessionStorage.getItem('label') === known) return;
    sessionStorage.setItem('label', known);
    window.open(href, 'label');
  }, [href]);
  return (
    <PdfLink href={href} primary>
      {children}
    </PdfLink>
  );
}
