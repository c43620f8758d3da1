'use client';

import { createContext, type ReactNode } from 'react';

/** The time zone in which times are said and typed, whatever the reader's is; null where each reader sees their own. */
export const ShopZone = createContext<string | null>(null);

/** Pages whose times are those of the shop, for whoever reads them. */
export function ShopTimes({ zone, children }: { zone: string | null; children: ReactNode }) {
  return <ShopZone value={zone}>{children}</ShopZone>;
}
