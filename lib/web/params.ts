import { notFound } from 'next/navigation';

import { cleanLine, cutTo, firstOf } from '@/lib/core/fields';
import { isLocale, type Locale } from '@/lib/core/locale';

import { readPartOfHandler, readPartOfPage } from './next-quirks/coded-parts';

type Part = string | string[] | undefined;
type Read<P> = { [N in keyof P]: N extends 'locale' ? Locale : P[N] };

/** The parts of a page's address, decoded once; null when one cannot be read, which is answered as a missing page. */
export function pageParams<P extends object>(params: Promise<P>): Promise<Read<P> | null> {
  return read(params, readPartOfPage);
}

/** The same for `generateMetadata` and for route handlers. */
export function decodedParams<P extends object>(params: Promise<P>): Promise<Read<P> | null> {
  return read(params, readPartOfHandler);
}

async function read<P extends object>(
  params: Promise<P>,
  one: (part: string) => string | null,
): Promise<Read<P> | null> {
  const parts: Record<string, Part> = {};
  for (const [name, given] of Object.entries((await params) as Record<string, Part>)) {
    const got = Array.isArray(given) ? given.map(one) : given && one(given);
    if (got === null || got === '' || (Array.isArray(got) && got.includes(null))) return null;
    parts[name] = got as Part;
  }
  return 'locale' in parts && !isLocale(parts.locale as string) ? null : (parts as Read<P>);
}

/** The language of a page's address. Any other first part is a missing page: a layout that says so does not keep its page from being made. */
export async function localeOf(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale } = await params;
  return isLocale(locale) ? locale : notFound();
}

type Query = Record<string, string | string[] | undefined>;

/** A page's query: the first value of each name in NFC, without what the database cannot hold, and of at most 300 characters. */
export async function pageQuery(query: Promise<Query>): Promise<Record<string, string | undefined>> {
  const values = Object.entries(await query).flatMap(([name, value]) => {
    const first = Array.isArray(value) ? value[0] : value;
    return first === undefined ? [] : [[name, clean(first)] as const];
  });
  return Object.fromEntries(values);
}

function clean(value: string): string {
  return firstOf(cleanLine(cutTo(value, 4 * mostOfValue)).normalize('NFC'), mostOfValue);
}

const mostOfValue = 300;
