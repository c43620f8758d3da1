import type { IncomingMessage, ServerResponse } from 'node:http';

import { areaSettings } from '@/lib/core/area-settings';
import { answer } from '@/lib/core/endpoint';
import { readSettings, settingsTag, type Stored } from '@/lib/core/shop-settings';
import { areasOff, type SiteArea } from '@/lib/core/site-areas';
import { areaOf } from '@/lib/domains';

import { writeAnswer } from './bare-server';
import { follow } from './follow';
import { missingPage } from './missing-page';
import { normalAddress } from './normal-address';
import { dropPages } from './page-generation';

type Known = Stored<{ off: SiteArea[] }>;

const unknown: Known = { off: [], version: -1 };
let known = unknown;
let off: ReadonlySet<SiteArea> = new Set();
const whenOff = new Set<() => void>();

/** Whether what an address leads to is turned off, as far as this thread knows: at most five seconds after the act. */
export function isTurnedOff(url: string): boolean {
  if (off.size === 0) return false;
  const area = areaOf(normalAddress(url));
  return area !== null && off.has(area);
}

/**
 * Answers what is turned off: an endpoint here, with 404. The page of another address is asked for as the page that is not there, which
 * is made of nothing that is turned off, whether it is read, posted to, or asked for by Next's router; then it answers false.
 */
export function answerTurnedOff(request: IncomingMessage, response: ServerResponse): boolean {
  const { url = '/' } = request;
  if (!isTurnedOff(url)) return false;
  const path = normalAddress(url);
  if (path.startsWith('/api/')) {
    writeAnswer(response, answer(404, { error: 'not-found' }));
    return true;
  }
  // What has no language yet is led to the reader's, and is not there either.
  const [, locale] = /^\/(en|zh)\//.exec(path) ?? [];
  const query = path.includes('?') ? path.slice(path.indexOf('?')) : '';
  if (locale) request.url = missingPage(locale) + query;
  return false;
}

/** Calls back when an area is turned off, until the returned function is called: for streams that somebody has open. */
export function onTurnedOff(look: () => void): () => void {
  whenOff.add(look);
  return () => void whenOff.delete(look);
}

/** Takes what was read. What was read before something newer that is known already is no news. */
export function takeAreas(read: Known): void {
  if (read.version <= known.version) return;
  known = read;
  const before = off;
  off = new Set(areasOff(read.off));
  if (before.size === off.size && [...off].every((area) => before.has(area))) return;
  // What was begun before is not kept.
  dropPages();
  for (const look of [...whenOff]) look();
}

/** The same, read and heard of. */
export const followedAreas = follow({
  tag: settingsTag(areaSettings),
  read: async () => takeAreas(await readSettings(areaSettings)),
  what: 'which areas are turned off',
});

/** As a process knows it that has just started, for tests. */
export function forgetAreas(): void {
  [known, off] = [unknown, new Set()];
}
