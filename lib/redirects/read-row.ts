import { cleanLine, cutTo, firstOf } from '@/lib/core/fields';

import { isOwnAddress, oldPath, targetOf } from './old-path';
import type { Fault, Leads } from './choices';

const mostShown = 120;

/** Reads a redirect as somebody wrote it; what cannot be one says why, and keeps the beginning of what was written. */
export function readRow(from: string, to: string, ownHost?: string): Leads & { fault?: Fault } {
  const path = oldPath(from.trim());
  const target = targetOf(to, ownHost);
  const written = { from: path ?? shown(from), to: target ?? shown(to) };
  if (path === null) return { ...written, fault: 'redirect-from' };
  if (isOwnAddress(path)) return { ...written, fault: 'redirect-own' };
  return target === null ? { ...written, fault: 'redirect-to' } : { from: path, to: target };
}

const shown = (text: string) => firstOf(cleanLine(cutTo(text, 4 * mostShown)), mostShown);
