import { randomUUID } from 'node:crypto';

import { paths } from '@/lib/paths';
import { sanitizeUserHtml } from '@/lib/core/sanitize/sanitize-user-html';

import { translateHtml, type Translation } from './translate-html';

/** Stands in for the address that an export does not tell: what is relative to it leads nowhere and goes. */
const nowhere = 'https://relative.invalid';
/** Stands before paths of our own until the HTML is clean: relative ones are the old site's. No imported HTML can know it. */
export const ours = `https://${randomUUID()}.invalid`;
// Two slashes would lead to another site.
const ourLink = new RegExp(`<a href="${ours}(/(?!/)[^"]*)"[^>]*>`, 'g');
const lostLink = new RegExp(`<a href="${ours}[^"]*"[^>]*>(.*?)</a>`, 'gs');
const deadLink = /<a href="https:\/\/relative\.invalid[^"]*"[^>]*>(.*?)<\/a>/gs;
const deadImage = /<img src="https:\/\/relative\.invalid[^"]*"[^>]*>/g;
const ownMention = /<a href="\/u\/([^"/]+)" class="mention"[^>]*>(.*?)<\/a>/gs;
const linkToName = /<a href="(https?:\/\/[^"/]+)\/u(?:sers)?\/([^"/]+)\/?"[^>]*>@([^<]*)<\/a>/g;
const linkToTopic = /<a href="(https?:\/\/[^"/]+)\/t\/(?:[^"/]+\/)?(\d{1,9})(?:\/(\d{1,9}))?\/?(?:[?#][^"]*)?"[^>]*>/g;

export type ImportedFrom = Translation & {
  /** The address of the site that the HTML was written for. */
  base?: string;
  /** The handle here of somebody's name there; null when they did not come along. */
  handleOf?: (name: string) => string | null;
  /** Where a post of a topic is read here; null when it is not here. */
  placeOf?: (topic: number, post: number) => string | null;
  /** Called with the number of links and pictures that were removed because their target is unknown. */
  onDead?: (count: number) => void;
};

/**
 * Imported HTML that may be shown: translated, sanitised, relative links led home or undone, mentions led to the same people's
 * handles here, links to topics that came along led to their threads.
 */
export function cleanImportedHtml(html: string, from: ImportedFrom = {}): string {
  const { base, handleOf, placeOf } = from;
  const clean = sanitizeUserHtml(translateHtml(html, from), { base: base ?? nowhere });
  const origin = new URL(base ?? nowhere).origin;
  const led = clean
    .replace(ourLink, '<a href="$1">')
    .replace(lostLink, '$1')
    .replace(ownMention, (_, name: string, words: string) => mention(name, words, handleOf))
    .replace(linkToName, (link: string, site: string, name: string, words: string) =>
      site === origin && handleOf ? mention(plainName(name), `@${words}`, handleOf) : link,
    )
    .replace(linkToTopic, (link: string, site: string, topic: string, post?: string) => {
      const here = site === origin ? placeOf?.(Number(topic), Number(post ?? 1)) : null;
      return here ? `<a href="${here}">` : link;
    });
  return undoDead(led, from.onDead);
}

function undoDead(html: string, onDead: ImportedFrom['onDead']): string {
  const dead = (html.match(deadImage)?.length ?? 0) + (html.match(deadLink)?.length ?? 0);
  if (dead === 0) return html;
  onDead?.(dead);
  return html.replace(deadImage, '').replace(deadLink, '$1');
}

function mention(name: string, words: string, handleOf: ImportedFrom['handleOf']): string {
  const handle = handleOf?.(name.toLowerCase());
  if (!handle) return words;
  const shown = handle === name.toLowerCase() ? words : `@${handle}`;
  return `<a href="${paths.member(handle)}" class="mention" data-mention="${handle}">${shown}</a>`;
}

// Names of other scripts stand in addresses as per cent codes.
function plainName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
