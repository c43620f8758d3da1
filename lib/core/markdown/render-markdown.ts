import cjkFriendly from 'markdown-it-cjk-friendly';
import MarkdownIt, { type Token } from 'markdown-it';
import { cutTo } from '../fields';
import { cleanText, imagesOf, textOf, type Site } from '../sanitize';
import { sanitizeUserHtml } from '../sanitize/sanitize-user-html';
import { folds } from './folds';
import { mentions, type MentionEnv } from './mentions';

/** Characters of Markdown that are read; the forms refuse longer texts before they come here. */
export const MAX_MARKDOWN = 50_000;
/** Elements that one text may become, and how many of them may be links, mentions and pictures: they decide what it costs. */
export const MAX_ELEMENTS = 3_000;
export const MAX_LINKS = 500;

export type RenderOptions = Pick<Site, 'origin'> & MentionEnv;
export type Rendered = { html: string; text: string; mentions: string[]; images: string[] };

/** A text that was read once: the handles it names, whether it fits the bounds, and its HTML. */
export type ReadMarkdown = {
  handles: string[];
  fits: boolean;
  render: (isMember?: MentionEnv['isMember']) => Rendered;
};

const MENTIONED = / data-mention="([a-z0-9_-]{2,30})"/g;
// A row of a table that is cut short is filled up with empty cells: what one parse may make of all rows.
const MAX_CELLS = 20_000;
const TABLE_RULE = /^[ \t>]*[|:-][ \t|:-]*$/gm;
const LINKS = new Set(['link_open', 'image', 'mention']);

// Between punctuation and a Chinese, Japanese or Korean letter, CommonMark's own rule leaves the stars of emphasis standing.
const md = new MarkdownIt({ html: false, linkify: true, breaks: true, maxNesting: 40 })
  .use(cjkFriendly)
  .use(mentions)
  .use(folds);
md.linkify.set({ fuzzyLink: false });

/**
 * Reads what a member wrote in Markdown (MAX_MARKDOWN characters of it). A text beyond the bounds is shown as plain
 * paragraphs: nothing of it is lost but its formatting. Never throws.
 */
export function readMarkdown(source: string, { origin }: Pick<Site, 'origin'> = {}): ReadMarkdown {
  const text = cleanText(cutTo(source, MAX_MARKDOWN));
  const tokens = mostCells(text) > MAX_CELLS ? null : md.parse(text, {});
  const { elements, links, handles } = measure(tokens ?? []);
  const fits = tokens !== null && elements <= MAX_ELEMENTS && links <= MAX_LINKS;
  const raw = (env: MentionEnv) => (fits ? md.renderer.render(tokens, md.options, env) : asPlain(text));
  return { handles: fits ? [...handles] : [], fits, render: (isMember) => finish(raw({ isMember }), origin) };
}

/**
 * What a member wrote in Markdown as HTML that may be shown (always through the sanitiser), with its
 * words, the handles it mentions and the pictures it shows. Never throws.
 */
export function renderMarkdown(source: string, { origin, isMember }: RenderOptions = {}): Rendered {
  return readMarkdown(source, { origin }).render(isMember);
}

function finish(raw: string, origin: string | undefined): Rendered {
  const html = sanitizeUserHtml(raw, { origin });
  return { html, text: textOf(html), mentions: mentionsOf(html), images: imagesOf(html) };
}

function mentionsOf(html: string): string[] {
  return [...new Set([...html.matchAll(MENTIONED)].map(([, handle]) => handle!))];
}

function measure(tokens: Token[]): { elements: number; links: number; handles: Set<string> } {
  const sum = { elements: 0, links: 0, handles: new Set<string>() };
  for (const token of tokens) {
    for (const part of token.children ?? [token]) {
      if (part.nesting >= 0 && part.type !== 'text') sum.elements += 1;
      if (LINKS.has(part.type)) sum.links += 1;
      if (part.type === 'mention') sum.handles.add((part.meta as { handle: string }).handle);
    }
  }
  return sum;
}

function mostCells(text: string): number {
  const columns = Math.max(0, ...(text.match(TABLE_RULE) ?? []).slice(0, 10_000).map((rule) => rule.split('|').length));
  return columns < 2 ? 0 : columns * text.split('\n').length;
}

function asPlain(text: string): string {
  const paragraphs = text.split(/\n{2,}/).slice(0, MAX_ELEMENTS / 10);
  const rest = text
    .split(/\n{2,}/)
    .slice(MAX_ELEMENTS / 10)
    .join(' ');
  return [...paragraphs, rest]
    .filter(Boolean)
    .map((words) => `<p>${md.utils.escapeHtml(words)}</p>\n`)
    .join('');
}
