import { cache } from 'react';

import { reading } from '@/lib/core/context';
import { pagesTag } from '@/lib/pages/choices/tag';
import { listLinkedPages, type LinkedPages } from '@/lib/pages/queries';

import { live } from './live';

/** What header and footer link to, read once for all pages; a page that asks is made again when another one is saved. */
export const linkedPages: () => Promise<LinkedPages> = cache(() => readForPages());

async function readForPages(): Promise<LinkedPages> {
  'use cache';
  live(pagesTag);
  return listLinkedPages(reading());
}
