'use client';

import { useEffect, useRef, type ReactNode } from 'react';

/** A fold that closes when something else is pressed, or an entry of it is followed. */
export function Fold({ className, children }: { className: string; children: ReactNode }) {
  const fold = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = ({ target }: Event) => {
      const { current } = fold;
      if (current && !current.firstChild!.contains(target as Node)) current.open = false;
    };
    document.addEventListener('click', close);
    return () => document.removeEventListener('click', close);
  }, []);
  return (
    <details ref={fold} className={className}>
      {children}
    </details>
  );
}
