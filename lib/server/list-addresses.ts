import type { Address } from '@/lib/core/addresses';
import type { Reading } from '@/lib/core/context';
import type { SiteArea } from '@/lib/core/site-areas';
import { areaOf } from '@/lib/domains';
import { paths } from '@/lib/paths';
import { frontParts } from '@/lib/domains-front';

const sources = frontParts.flatMap(({ addressParts }) => addressParts ?? []);
const few = 'pages';

/** The parts of the sitemap without the areas that are off; none holds more addresses than a search engine takes. */
export async function listAddressParts(reading: Reading, off: readonly SiteArea[]): Promise<string[]> {
  const on = sources.filter(({ area }) => !off.includes(area));
  const parts = await Promise.all(on.map((source) => source.listParts(reading)));
  return [few, ...parts.flat().toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))];
}

/** Whether a text can name a part. */
export function isAddressPart(part: string): boolean {
  return part === few || sources.some((source) => source.isPart(part));
}

/** Every public page of one part, without its language and without the areas that are off; null for a part that there is not. */
export async function listAddresses(
  reading: Reading,
  part: string,
  off: readonly SiteArea[],
): Promise<Address[] | null> {
  if (part === few) return (await listPages(reading)).filter(({ path }) => !isIn(off, path));
  const source = sources.find((each) => each.isPart(part) && !off.includes(each.area));
  return (await source?.list(reading, part)) ?? null;
}

function isIn(areas: readonly SiteArea[], path: string): boolean {
  const area = areaOf(path);
  return area !== null && areas.includes(area);
}

async function listPages(reading: Reading): Promise<Address[]> {
  const pages = await Promise.all(frontParts.map(({ pages: list }) => list?.(reading) ?? []));
  return [{ path: paths.home() }, ...pages.flat()];
}
