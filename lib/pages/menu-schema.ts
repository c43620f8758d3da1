/** What the forms of the menu send. */
import { z } from 'zod';

import { env } from '@/lib/core/env';
import { maybeLine } from '@/lib/core/fields';
import { jsonText, language } from '@/lib/core/pieces';
import { safeLink } from '@/lib/core/sanitize';
import { siteAreas } from '@/lib/core/site-areas';
import { whole } from '@/lib/core/whole-number';

import { areaEntry, isMenuAddress, keyOf, linkWords, menuMost, pageEntry } from './choices/menu';

// An address of this site is kept as its path without the language, so that it leads readers to the page in theirs.
const address = maybeLine(menuMost.address).transform((typed, ctx) => {
  const safe = safeLink(typed, { origin: env.PUBLIC_URL });
  const href = safe && (safe.outside ? safe.href : pathOf(safe.href));
  if (href && isMenuAddress(href)) return href;
  ctx.addIssue({ code: 'custom', message: typed ? 'code:menu-bad-link' : 'code:required', input: typed });
  return z.NEVER;
});

function pathOf(href: string): string {
  const { pathname, search, hash } = new URL(href, env.PUBLIC_URL);
  return `${pathname.replace(/^\/(?:en|zh)(?=\/|$)/, '') || '/'}${search}${hash}`;
}

const entry = z.discriminatedUnion('type', [
  areaEntry,
  pageEntry,
  z.object({ type: z.literal('link'), href: address, words: linkWords }),
]);

const entries = z
  .array(entry)
  .max(siteAreas.length + menuMost.pages + menuMost.links)
  .check(({ value, issues }) => {
    const seen = new Set<string>();
    for (const [at, each] of value.entries()) {
      const key = keyOf(each);
      const message = each.type === 'link' ? 'code:menu-link-twice' : 'code:bad-value';
      const path = each.type === 'link' ? [at, 'href'] : [];
      if (seen.has(key)) issues.push({ code: 'custom', message, path, input: key });
      seen.add(key);
    }
    if (value.filter(({ type }) => type === 'link').length > menuMost.links)
      issues.push({ code: 'custom', message: 'code:menu-too-many-links', input: value });
  });

const version = whole(0, 2_000_000_000);

export const saveMenuInput = z.object({
  shown: version,
  locale: language,
  /** The entries travel as JSON in one field. */
  entries: jsonText(menuMost.characters).pipe(entries),
});
export type SaveMenu = z.output<typeof saveMenuInput>;

/** Puts an older version back, or with 0 the program's own menu, given the version that the page showed. */
export const putBackMenuInput = z.object({ version, shown: version, locale: language });
export type PutBackMenu = z.output<typeof putBackMenuInput>;
