import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';

import { isLocale } from '@/lib/core/locale';

import { preferredLocale } from '../preferred-locale';

let roots: ReadonlySet<string> | null = null;

/** Tells the first parts of all addresses outside the languages. */
export function nameRoots(firstParts: Iterable<string>): void {
  roots = new Set(firstParts);
}

/** The first parts of what the build answers outside the languages: handlers, pages and files. */
export function listRoots(buildFolder: string): string[] {
  const manifest = readFileSync(path.join(buildFolder, 'app-path-routes-manifest.json'), 'utf8');
  const routes = Object.values(JSON.parse(manifest) as Record<string, string>);
  return ['_next', ...routes.map(firstPart).filter((part) => !part.startsWith('['))];
}

/**
 * Asks Next for an address that leads to nothing in the reader's language, where the first part of the address is no
 * language and nothing else that there is: in a language that Millet does not speak Next 16.4 has no words for a page, and
 * leaves it empty until scripts run. True when it did so: the answer is this reader's alone.
 */
export function askInReadersLanguage(request: Pick<IncomingMessage, 'url' | 'headers'>): boolean {
  const first = firstPart((request.url ?? '/').split('?', 1)[0]!);
  if (first === '' || isLocale(first) || !roots || roots.has(first)) return false;
  request.url = `/${preferredLocale(request.headers.cookie, request.headers['accept-language'])}/-`;
  return true;
}

const firstPart = (route: string): string => route.split('/', 2)[1] ?? '';
