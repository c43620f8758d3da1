import { findShownHandle } from '@/lib/catalog/queries';
import type { Reading } from '@/lib/core/context';
import { currentBrand } from '@/lib/core/current-brand';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { findBoardFrom, findPostFrom, findThreadFrom, type FromSource } from '@/lib/forum/queries/by-source';
import { findHandleFrom } from '@/lib/members/queries/handles';
import { getPage } from '@/lib/pages/queries';
import { paths } from '@/lib/paths';
import { isOwnAddress, oldPath, partsOf } from '@/lib/redirects/old-path';
import { findRedirect } from '@/lib/redirects/queries';
import { readOldPlace, type OldPlace } from '@/lib/redirects/read-old-path';

const source = 'discourse';

/** Of what an address meant, what not everybody may see: a member may find there what a guest does not. */
const forSome: readonly OldPlace['kind'][] = ['board', 'thread', 'post'];

/** Whether an address without a language may be one of an old site, and the answer may depend on who asks. */
export function mayBeOld(address: string): { forSome: boolean } | null {
  const parts = partsOf(address);
  const path = parts && oldPath(address);
  if (!path) return null;
  const place = readOldPlace(parts);
  // The program answers at the addresses of members itself, and knows only those that it has.
  if (isOwnAddress(path) && place?.kind !== 'member') return null;
  return { forSome: place !== null && forSome.includes(place.kind) };
}

/**
 * Where an address of an old site leads: by the table of staff, then by what shops and forums call their pages. Null where it leads to
 * nothing that the reader may see, whether there is such a thing or not. A path of this site, or the https address that staff wrote.
 */
export async function findOldAddress(reading: Reading, { address }: { address: string }): Promise<string | null> {
  const parts = partsOf(address);
  const path = oldPath(address);
  if (!parts || path === null) return null;
  const written = isOwnAddress(path) ? null : await findRedirect(reading, { path });
  if (written === null) return findPlace(reading, parts);
  // The target may be an old address itself: visitors are led on at once, with what stands behind it in the page.
  const next = written.startsWith('/') && mayBeOld(written) ? partsOf(written) : null;
  return (next && (await findPlace(reading, next))) ?? written;
}

async function findPlace(reading: Reading, parts: readonly string[]): Promise<string | null> {
  const place = readOldPlace(parts);
  const found = place && (await placeFor(reading, place, parts));
  return found && inLocale(await languageOf(found.lang), found.path);
}

type Found = { path: string; lang?: string };
const at = (path: string | null): Found | null => (path === null ? null : { path });

async function placeFor(
  reading: Reading,
  place: OldPlace,
  parts: readonly string[],
): Promise<Found | FromSource | null> {
  switch (place.kind) {
    case 'shop':
      return { path: paths.products() };
    case 'product': {
      const handle = await findShownHandle(reading, place);
      return at(handle && paths.product(handle));
    }
    case 'page':
      return at(await pageOf(reading, place.slug));
    case 'boards':
      return { path: paths.boards() };
    case 'board':
      return at(await findBoardFrom(reading, { source, sourceId: place.id, slug: place.slug, above: place.above }));
    case 'thread':
      return findThreadFrom(reading, { source, sourceId: place.id, post: place.post });
    case 'post':
      return findPostFrom(reading, { source, sourceId: place.id });
    case 'member':
      return memberOf(reading, place.name, parts);
  }
}

async function pageOf(reading: Reading, slug: string): Promise<string | null> {
  const page = await getPage(reading, { slug });
  return page && paths.page('movedTo' in page ? page.movedTo : page.slug);
}

// The program leads `/u/HANDLE` to the language of its reader itself.
async function memberOf(reading: Reading, name: string, parts: readonly string[]): Promise<Found | null> {
  const found = await findHandleFrom(reading, { source, name });
  const already = found?.own && parts.length === 2 && parts[0] === 'u';
  return found && !already ? { path: paths.member(found.handle) } : null;
}

/** The language of what was found, where the brand offers it; else the brand's first. */
async function languageOf(lang: string | undefined): Promise<Locale> {
  const { languages } = await currentBrand();
  return languages.find((each) => each === lang) ?? languages[0] ?? 'en';
}
