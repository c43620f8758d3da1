import type { Address } from '@/lib/core/addresses';
import type { Reading } from '@/lib/core/context';
import { paths } from '@/lib/paths';
import { frontParts } from '@/lib/domains-front';

const sources = frontParts.flatMap(({ addressParts }) => addressParts ?? []);
const few = 'pages';

/** The parts of the sitemap; none holds more addresses than a search engine takes. */
export async function listAddressParts(reading: Reading): Promise<string[]> {
  const parts = await Promise.all(sources.map((source) => source.listParts(reading)));
  return [few, ...parts.flat().toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))];
}

/** Whether a text can name a part. */
export function isAddressPart(part: string): boolean {
  return part === few || sources.some((source) => source.isPart(part));
}

/** Every public page of one part, without its language; null for an unknown part. */
export async function listAddresses(reading: Reading, part: string): Promise<Address[] | null> {
  if (part === few) return listPages(reading);
  return (await sources.find((source) => source.isPart(part))?.list(reading, part)) ?? null;
}

async function listPages(reading: Reading): Promise<Address[]> {
  const pages = await Promise.all(frontParts.map(({ pages: list }) => list?.(reading) ?? []));
  return [{ path: paths.home() }, ...pages.flat()];
}
