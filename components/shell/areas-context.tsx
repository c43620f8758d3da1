'use client';

import { createContext, use, type ReactNode } from 'react';

const Off = createContext<readonly string[]>([]);

/** Tells links which pages are turned off: the segments behind the language that lead to none. */
export const AreasProvider = ({ off, children }: { off: readonly string[]; children: ReactNode }) => (
  <Off value={off}>{children}</Off>
);

/** Whether a path with its language leads to a page that is not turned off. */
export function useIsOn(): (href: string) => boolean {
  const off = use(Off);
  return (href) => {
    const [, , segment = ''] = href.split(/[?#]/, 1)[0]!.split('/');
    return off.length === 0 || !off.includes(segment);
  };
}
