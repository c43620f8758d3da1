import { neverOpened, openingTag, readOpening, type Opening } from '@/lib/core/opening';

import { follow } from './follow';
import { dropPages } from './page-generation';

let known: Opening = neverOpened;
const whenClosed = new Set<() => void>();

/** Whether guests are answered, as far as this thread knows: at most five seconds after the act that changed it. */
export const isOpen = (): boolean => known.open;

/** The line that staff have written for the closed page. */
export const closedLine = (): Opening['line'] => known.line;

/** Calls back once when the site is closed, unless the returned function was called before: for streams that guests have open. */
export function onClosed(stop: () => void): () => void {
  whenClosed.add(stop);
  return () => void whenClosed.delete(stop);
}

/** Takes what was read. What was read before something newer that is known already is no news. */
export function takeOpening(read: Opening): void {
  if (read.version < known.version) return;
  const before = known.open;
  known = read;
  if (before === read.open) return;
  // What was begun before is not kept.
  dropPages();
  if (read.open) return;
  const all = [...whenClosed];
  whenClosed.clear();
  for (const stop of all) stop();
}

/** The same, read and heard of; closed, where nothing was read before. */
export const followedOpening = follow({
  tag: openingTag,
  read: async () => takeOpening(await readOpening()),
  what: 'whether the site is open',
});

/** As a process knows it that has just started, for tests. */
export function forgetOpening(): void {
  known = neverOpened;
}
