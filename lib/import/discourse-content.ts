import { excerpt } from '@/lib/core/markdown';
import { markdownFrom } from '@/lib/core/markdown/from-html';
import { renderMarkdown } from '@/lib/core/markdown/render-markdown';
import { cleanText, imagesOf, textOf } from '@/lib/core/sanitize';
import type { PostImport } from '@/lib/forum/commands';

import { pollsHtml } from './discourse-poll';
import { translateRaw } from './discourse-raw';
import type { ImportedPost } from './discourse-types';
import { cleanImportedHtml, ours } from './imported-html';

export type People = Map<string, { id: string; handle: string }>;
export type ContentFrom = {
  people: People;
  base?: string;
  /** Where a post of a topic is read here; null when it is not here. */
  placeOf: (topic: number, post: number) => string | null;
  onDead?: (count: number) => void;
  onLost?: (frames: number) => void;
};

const excerptLength = 240;
const mostMentions = 20;

/** What a post says here: its HTML as Discourse made it, and Markdown that renders to the same, so that an edit loses nothing. */
export function toContent(
  { html, raw, polls }: ImportedPost,
  { people, base, placeOf, onDead, onLost }: ContentFrom,
): PostImport['content'] {
  const named = new Set<string>();
  const handleOf = (name: string) => {
    const person = people.get(name);
    if (person) named.add(person.id);
    return person?.handle ?? null;
  };
  const quoted = (topic: number, post: number) =>
    here(placeOf(topic, post)) ?? (base ? new URL(`/t/-/${topic}/${post}`, base).href : null);
  const cooked = html ? cleanImportedHtml(html, { base, handleOf, quoted, placeOf, polls, onDead, onLost }) : '';
  const tables = raw ? pollsHtml(polls).map((table) => markdownFrom(cleanImportedHtml(table))) : [];
  const typed = raw ? translateRaw(raw, { base, cooked: html, handleOf, quoted, tables }) : null;
  const words = typed ?? raw;
  const known = handlesOf(people);
  const rendered = words ? renderMarkdown(words, { isMember: (handle) => known.has(handle) }).html : '';
  const shown = [cooked, rendered].find(hasContent) ?? '<p>[…]</p>';
  const markdown = typed && showsAll(rendered, shown) ? typed : markdownFrom(shown);
  return {
    html: shown,
    markdown: cleanText(markdown).trim(),
    excerpt: excerpt(shown, excerptLength),
    mentioned: [...named].slice(0, mostMentions),
  };
}

function here(path: string | null): string | null {
  return path && `${ours}${path}`;
}

const handles = new WeakMap<People, Set<string>>();

/** In words that were translated already people stand under their handles here. */
function handlesOf(people: People): Set<string> {
  const known = handles.get(people);
  if (known?.size === people.size) return known;
  const all = new Set([...people.values()].map(({ handle }) => handle));
  handles.set(people, all);
  return all;
}

function showsAll(rendered: string, shown: string): boolean {
  const pictures = new Set(imagesOf(rendered));
  return hasContent(rendered) && imagesOf(shown).every((picture) => pictures.has(picture));
}

function hasContent(html: string): boolean {
  return textOf(html) !== '' || imagesOf(html).length > 0;
}
