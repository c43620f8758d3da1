import type { ReactNode } from 'react';

export const Kbd = ({ children }: { children: ReactNode }) => (
  <kbd className="inline-grid min-w-6 place-items-center rounded-sm border border-line-strong border-b-2 bg-surface px-1.5 font-sans text-xs leading-5 font-medium text-muted">
    {children}
  </kbd>
);
