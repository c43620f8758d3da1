import { paths } from '@/lib/core/paths';
import { sanitizeUserHtml } from '@/lib/core/sanitize/sanitize-user-html';

/** Stands in for the address that an export does not tell: what is relative to it leads nowhere and goes. */
const nowhere = 'https://relative.invalid';
const deadLink = /<a href="https:\/\/relative\.invalid[^"]*"[^>]*>(.*?)<\/a>/gs;
const deadImage = /<img src="https:\/\/relative\.invalid[^"]*"[^>]*>/g;
const ownMention = /<a href="\/u\/([^"/]+)" class="mention"[^>]*>(.*?)<\/a>/gs;
const linkToName = /<a href="(https?:\/\/[^"/]+)\/u(?:sers)?\/([^"/]+)\/?"[^>]*>@([^<]*)<\/a>/g;

export type ImportedFrom = {
  /** The address of the site that the HTML was written for. */
  base?: string;
  /** The handle here of somebody's name there; null when they did not come along. */
  handleOf?: (name: string) => string | null;
};

/** Imported HTML that may be shown: sanitised, relative links led home or undone, mentions led to the same people's handles here. */
export function cleanImportedHtml(html: string, { base, handleOf }: ImportedFrom = {}): string {
  const clean = sanitizeUserHtml(html, { base: base ?? nowhere });
  const origin = new URL(base ?? nowhere).origin;
  return clean
    .replace(ownMention, (_, name: string, words: string) => mention(name, words, handleOf))
    .replace(linkToName, (link: string, site: string, name: string, words: string) =>
      site === origin && handleOf ? mention(plainName(name), `@${words}`, handleOf) : link)
    .replace(deadImage, '')
    .replace(deadLink, '$1');
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
