import { cache } from 'react';

import { reading } from '@/lib/core/context';
import { openingTag, readOpening } from '@/lib/core/opening';
import { barStateAt, barTag, type BarData } from '@/lib/pages/choices/bar';
import { menuTag, type MenuEntry } from '@/lib/pages/choices/menu';
import { pagesTag } from '@/lib/pages/choices/tag';
import { listLinkedPages, type LinkedPages } from '@/lib/pages/queries';
import { readBar } from '@/lib/pages/queries/bar';
import { readMenu } from '@/lib/pages/queries/menu';

import { live } from './live';

/** What header and footer link to, read once for all pages; a page that asks is made again when another one is saved. */
export const linkedPages: () => Promise<LinkedPages> = cache(() => readForPages());

async function readForPages(): Promise<LinkedPages> {
  'use cache';
  live(pagesTag);
  return listLinkedPages(reading());
}

/** What the bar above every page says now; null where it says nothing, and while the site is closed. Its moments are met within five seconds. */
export const shownBar: () => Promise<Pick<BarData, 'text' | 'link'> | null> = cache(() => readShownBar());

async function readShownBar() {
  'use cache';
  live(barTag, openingTag);
  const { now, db } = reading();
  const [bar, { open }] = await Promise.all([readBar({ db }), readOpening(db)]);
  return open && barStateAt(bar, now) === 'shown' ? { text: bar.text, link: bar.link } : null;
}

/** The entries of the menu as it was saved last, read once for all pages; a page that asks is made again when another one is saved. */
export const savedMenu: () => Promise<readonly MenuEntry[]> = cache(() => readSavedMenu());

async function readSavedMenu(): Promise<readonly MenuEntry[]> {
  'use cache';
  live(menuTag);
  return (await readMenu(reading())).entries;
}
