'use client';

import type { ReactNode } from 'react';

/** A fold that closes when something else is pressed, or an entry of it is followed. */
export function Fold({ className, children }: { className: string; children: ReactNode }) {
  return (
    <details ref={closing} className={className}>
      {children}
    </details>
  );
}

function closing(fold: HTMLDetailsElement): () => void {
  const close = ({ target }: Event) => {
    if (!fold.firstChild!.contains(target as Node)) fold.open = false;
  };
  document.addEventListener('click', close);
  return () => document.removeEventListener('click', close);
}
