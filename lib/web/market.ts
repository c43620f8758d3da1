import { cache } from 'react';

import { marketTag, readMarket } from '@/lib/core/current-market';
import type { StoredMarket } from '@/lib/core/market';

import { live } from './live';

/** The market as public pages show it; a page that asks is made again when another version is saved. */
export const publicMarket: () => Promise<StoredMarket> = cache(() => readForPages());

async function readForPages(): Promise<StoredMarket> {
  'use cache';
  live(marketTag);
  return readMarket();
}
