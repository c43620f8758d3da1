/** What of a reading page's weight is known without a browser: its file, and the sentences of its components. */
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import type { MessageLocale } from '@/lib/core/locale';
import { compileMessages } from '@/messages/compile';
import { mergeMessages, type MessageTree } from '@/messages/merge';
import { readGraph, type Graph } from '@/tests/architecture/import-graph';
import { loadedBy, withLayouts } from '@/tests/architecture/page-words';

/** By the names that `readingPages` gives them, the files of the pages that are read most. */
export const pageFiles = {
  start: '(community)/page.tsx',
  boards: '(community)/boards/page.tsx',
  board: '(community)/boards/[slug]/[[...view]]/page.tsx',
  thread: '(community)/t/[number]/[[...view]]/page.tsx',
  ideas: '(community)/ideas/page.tsx',
  roadmap: '(community)/roadmap/page.tsx',
  product: '(shop)/products/[handle]/(about)/page.tsx',
  drop: '(shop)/drops/[slug]/page.tsx',
};
export type PageName = keyof typeof pageFiles;

// The same for every page of one process.
let graph: Graph | undefined;

/** Compressed bytes of the sentences that a page's document carries for its components. */
export function sentenceBytes(name: PageName, language: MessageLocale): number {
  graph ??= readGraph();
  const domains = loadedBy(graph, withLayouts(graph, `app/[locale]/(site)/${pageFiles[name]}`));
  const menus = readdirSync(`messages/${language}`).filter((file) => file.endsWith('.menu.json'));
  const files = [...['core', ...domains].map((domain) => `${domain}.ui.json`), ...menus].map((file) =>
    compileMessages(read(`messages/${language}/${file}`)),
  );
  return gzipSync(JSON.stringify(mergeMessages(files))).length;
}

// Playwright loads this file and no JSON, so it is read as text.
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as MessageTree;
