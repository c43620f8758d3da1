import { cache } from 'react';

import { brandTag, readBrand, type StoredBrand } from '@/lib/core/current-brand';

import { live } from './live';

/** The brand as pages show it, read once for all of them; a page that asks is made again when another version is saved. */
export const publicBrand: () => Promise<StoredBrand> = cache(() => readForPages());

/** The currency whose amounts have a bare sign. */
export const homeCurrency = async (): Promise<string> => (await publicBrand()).currency;

async function readForPages(): Promise<StoredBrand> {
  'use cache';
  live(brandTag);
  return readBrand();
}
