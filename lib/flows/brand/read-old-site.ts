import { limits } from '@/lib/brand/limits';
import { brandPictures, type BrandPicture } from '@/lib/brand/choices/pictures';
import { may, memberId, type Actor } from '@/lib/core/actor';
import type { Brand } from '@/lib/core/brand';
import { accentsFrom } from '@/lib/core/brand-colours';
import { reading } from '@/lib/core/context';
import { readBrand } from '@/lib/core/current-brand';
import { allow, found, Refused } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';
import type { Locale } from '@/lib/core/locale';
import { FetchRefused, guardedFetch, type Fetched, type GuardedFetch } from '@/lib/outside/fetch';
import { runSlow } from '@/lib/outside/slow';
import { MAX_IMAGE_BYTES } from '@/lib/outside/storage';

import { setBrandPicture } from './set-brand-picture';

/** A picture of an old site: where it lies, and a small copy of it as a data address to look at. */
export type OldLogo = { address: string; shown: string };

/** What an old site says of its brand. Nothing of it is kept. */
export type OldSite = { name: string; tagline: string; accent: Brand['colour']['accent'] | null; logos: OldLogo[] };

type Surroundings = { fetch?: GuardedFetch };

const longestPage = 3_000_000;
const box = { width: 128, height: 128, fit: 'inside' } as const;

/**
 * Reads name, line, colour and logos from the page at an address, for a form to show before anything is saved. Refuses with rate-limited,
 * old-site-address for one that is not on the open internet, old-site-unreachable, and old-site-no-page for what is no page.
 */
export async function readOldSite(
  actor: Actor,
  { address }: { address: string },
  { fetch = guardedFetch }: Surroundings = {},
): Promise<OldSite> {
  allow(may(actor, 'brand.manage'));
  const owner = await spendReading(actor);
  const { body, charset, finalUrl } = await bring(fetch, withScheme(address), {
    maxBytes: longestPage,
    accept: ['text/html', 'application/xhtml+xml'],
  });
  const turn = { owner, first: true };
  const page = await runSlow('findBrand', { body, charset, address: finalUrl }, turn);
  if (!page) throw new Refused('old-site-no-page', 'too deep');
  const logos = await lookAtEach(page.logos, fetch, owner);
  const colour = page.colour ?? logos.find(({ tint }) => tint)?.tint;
  const { paper } = (await readBrand()).colour;
  return {
    name: page.name,
    tagline: page.tagline,
    accent: colour ? accentsFrom(colour, paper) : null,
    logos: logos.map(({ tint: _, ...logo }) => logo),
  };
}

/** Takes a picture of an old site as the brand's logo, icon or card. Refuses as readOldSite does, and as an upload does. */
export async function takeOldPicture(
  actor: Actor,
  { address, ...input }: { address: string; part: BrandPicture; shown: number; locale: Locale },
  { fetch = guardedFetch }: Surroundings = {},
): Promise<{ version: number }> {
  allow(may(actor, 'brand.manage') && brandPictures.includes(input.part));
  await spendReading(actor);
  const { body } = await bring(fetch, address, { maxBytes: MAX_IMAGE_BYTES, accept: ['image/'] });
  return setBrandPicture(actor, { ...input, file: body });
}

async function spendReading(actor: Actor): Promise<string> {
  const owner = found(memberId(actor));
  const { db, now } = reading(actor);
  await spend(db, limits.oldSite, owner, now);
  return owner;
}

// People type the name of their site.
const withScheme = (address: string) => (/^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `https://${address}`);

async function bring(...[fetch, address, options]: [GuardedFetch, ...Parameters<GuardedFetch>]): Promise<Fetched> {
  const answer = await fetch(address, options).catch(inWords);
  if (!answer.ok) throw new Refused('old-site-unreachable', `answered ${answer.status}`);
  return answer;
}

const codes: Partial<Record<FetchRefused['code'], string>> = {
  'bad-url': 'old-site-address',
  'bad-scheme': 'old-site-address',
  'bad-port': 'old-site-address',
  'blocked-address': 'old-site-address',
  'bad-type': 'old-site-no-page',
  'too-large': 'old-site-no-page',
};

function inWords(error: unknown): never {
  if (!(error instanceof FetchRefused)) throw error;
  throw new Refused(codes[error.code] ?? 'old-site-unreachable', error.message);
}

type Looked = OldLogo & { tint: string | null };

// They are brought at once and drawn one after the other, so that another reading by the same staff finds room to draw, too. One that
// does not come, or is no picture, is not offered.
async function lookAtEach(addresses: string[], fetch: GuardedFetch, owner: string): Promise<Looked[]> {
  const picture = { maxBytes: MAX_IMAGE_BYTES, accept: ['image/'] };
  const brought = await Promise.all(addresses.map((address) => orNone(bring(fetch, address, picture))));
  const logos: Looked[] = [];
  for (const [at, address] of addresses.entries()) {
    const file = brought[at]?.body;
    const logo = file && (await orNone(lookAt(address, file, owner)));
    if (logo) logos.push(logo);
  }
  return logos;
}

async function lookAt(address: string, file: Buffer, owner: string): Promise<Looked> {
  const { bytes, mime } = await runSlow('emblem', { file, box }, { owner, first: true });
  const tint = await runSlow('tint', { picture: bytes }, { owner, first: true });
  return { address, shown: `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`, tint };
}

// Where too much waits to be drawn, the reader is told so: a picture that is there is not left out in silence.
function orNone<T>(work: Promise<T>): Promise<T | null> {
  return work.catch((error: unknown) => {
    if (error instanceof Refused && error.code !== 'rate-limited') return null;
    throw error;
  });
}
