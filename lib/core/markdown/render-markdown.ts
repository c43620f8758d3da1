import MarkdownIt from 'markdown-it';
import { cleanText, imagesOf, sanitizeUserHtml, textOf, type Site } from '../sanitize';
import { mentions, type MentionEnv } from './mentions';

/** Characters of Markdown that are read; the forms refuse longer texts before they come here. */
export const MAX_MARKDOWN = 50_000;

export type RenderOptions = Pick<Site, 'origin'> & MentionEnv;
export type Rendered = { html: string; text: string; mentions: string[]; images: string[] };

const MENTIONED = / data-mention="([a-z0-9_-]{2,30})"/g;
const MENTION_LINK = /<a href="\/u\/(?=[a-z0-9_-]{2,30}" class="mention")/g;

const md = new MarkdownIt({ html: false, linkify: true, breaks: true, maxNesting: 40 }).use(mentions);
md.linkify.set({ fuzzyLink: false });

/**
 * What a member wrote in Markdown as HTML that may be shown (always through the sanitiser), with its
 * words, the handles it mentions and the pictures it shows. Reads MAX_MARKDOWN characters. Never throws.
 */
export function renderMarkdown(source: string, options: RenderOptions = {}): Rendered {
  const env: MentionEnv = { isMember: options.isMember };
  const raw = md.render(cleanText(source.slice(0, MAX_MARKDOWN)), env);
  const html = sanitizeUserHtml(raw, { origin: options.origin });
  return { html, text: textOf(html), mentions: mentionsOf(html), images: imagesOf(html) };
}

/**
 * Sanitised HTML with its mentions leading to profiles in the given locale segment. Stored HTML holds
 * `/u/handle`, which is the same for every language and is redirected by the remembered choice, so that
 * feeds and mails work too; pages call this to save their readers the redirect.
 */
export function localizeMentions(html: string, segment: string): string {
  return html.replace(MENTION_LINK, `<a href="/${segment}/u/`);
}

function mentionsOf(html: string): string[] {
  return [...new Set([...html.matchAll(MENTIONED)].map(([, handle]) => handle!))];
}
