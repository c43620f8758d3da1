import type { ReactNode } from 'react';

import { ChevronDown } from './icons';

/** Something further, apart by a line, that opens where somebody wants it. */
export function Fold({ title, open, children }: { title: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details open={open} className="group border-t border-line pt-4">
      <summary className="touch flex cursor-pointer items-center gap-1.5 font-medium text-accent-ink">
        <ChevronDown aria-hidden className="size-4.5 transition-transform group-open:rotate-180" />
        {title}
      </summary>
      {children}
    </details>
  );
}
