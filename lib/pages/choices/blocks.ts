/** What pages are made of; safe in the browser. */
import { z } from 'zod';

import { maybeLine, maybeLines } from '@/lib/core/fields';
import type { Locale } from '@/lib/core/locale';

import { videoAt, watchAddress } from './videos';

/** What a page may hold at most; the characters are those of its blocks as JSON. */
export const blocksMost = { blocks: 40, questions: 40, text: 20_000, characters: 200_000 } as const;

const line = (most: number) => z.object({ en: maybeLine(most), zh: maybeLine(most) });
const words = z.object({ en: maybeLines(blocksMost.text), zh: maybeLines(blocksMost.text) });
// A picture of our storage, wherever that has its address, or one that comes with the program.
const picture = z
  .string()
  .regex(/^(?:\/brand\/[\w-]{1,80}\.[a-z0-9]{2,5}|[^\s"'<>]{0,300}\/[0-9a-f]{64}\.webp)$/, 'code:page-picture-missing');

// Kept as the address at which people watch it, so that a page says the same whatever was pasted.
const video = maybeLine(500).transform((typed, ctx) => {
  const found = videoAt(typed);
  if (found) return watchAddress(found);
  ctx.addIssue({ code: 'custom', message: 'code:page-video-unknown' });
  return z.NEVER;
});

/** A line that has to stand in one of the languages. */
const named = (most: number) =>
  line(most).check(({ value, issues }) => {
    if (!value.en && !value.zh)
      issues.push({ code: 'custom', message: 'code:required', path: ['en'], input: value.en });
  });

const question = z.object({ question: line(200), answer: words });

const block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: words }),
  z.object({ type: z.literal('columns'), left: words, right: words }),
  z.object({ type: z.literal('picture'), path: picture, alt: named(300) }),
  z.object({ type: z.literal('video'), address: video, title: named(120) }),
  z.object({ type: z.literal('questions'), items: z.array(question).min(1).max(blocksMost.questions) }),
]);

/** The blocks of a page in their order. */
export const blocks = z.array(block).max(blocksMost.blocks, 'code:too-many-blocks');

const pair = z.object({ en: z.string(), zh: z.string() });
const size = { width: z.number().optional(), height: z.number().optional() };
/** Blocks as they are stored: their texts were cleaned and bounded when they were written, and HTML is longer than its Markdown. */
export const storedBlocks = z.array(
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('text'), text: pair }),
    z.object({ type: z.literal('columns'), left: pair, right: pair }),
    z.object({ type: z.literal('picture'), path: z.string(), alt: pair, ...size }),
    z.object({ type: z.literal('video'), address: z.string(), title: pair }),
    z.object({ type: z.literal('questions'), items: z.array(z.object({ question: pair, answer: pair })) }),
  ]),
);

/** The blocks that a row holds. */
export const readBlocks = (json: unknown): Block[] => storedBlocks.parse(json);

/** A text in each language. */
export type Words = z.output<typeof words>;
export type Block = z.output<typeof storedBlocks>[number];
export type BlockType = Block['type'];
export const blockTypes = ['text', 'picture', 'video', 'columns', 'questions'] as const satisfies readonly BlockType[];

const blank = (): Words => ({ en: '', zh: '' });

/** A block of a type with nothing in it. */
export function emptyBlock(type: BlockType): Block {
  if (type === 'text') return { type, text: blank() };
  if (type === 'columns') return { type, left: blank(), right: blank() };
  if (type === 'picture') return { type, path: '', alt: blank() };
  if (type === 'video') return { type, address: '', title: blank() };
  return { type, items: [{ question: blank(), answer: blank() }] };
}

/** The name of the file of our storage that a picture shows; null for one that comes with the program. */
export const fileOf = (path: string): string | null => /([0-9a-f]{64})\.webp$/.exec(path)?.[1] ?? null;

/** The texts of a block that are written in Markdown. */
export function markdownOf(each: Block): Words[] {
  if (each.type === 'text') return [each.text];
  if (each.type === 'columns') return [each.left, each.right];
  return each.type === 'questions' ? each.items.map(({ answer }) => answer) : [];
}

/** The same block with other texts in the places of those, in the same order. */
export function withMarkdown(each: Block, texts: readonly Words[]): Block {
  if (each.type === 'text') return { ...each, text: texts[0]! };
  if (each.type === 'columns') return { ...each, left: texts[0]!, right: texts[1]! };
  if (each.type === 'questions')
    return { ...each, items: each.items.map((item, at) => ({ ...item, answer: texts[at]! })) };
  return each;
}

/** Every text of a block, those of one line too. */
export function textsOf(each: Block): Words[] {
  if (each.type === 'picture') return [each.alt];
  if (each.type === 'video') return [each.title];
  if (each.type === 'questions') return each.items.flatMap(({ question: asked, answer }) => [asked, answer]);
  return markdownOf(each);
}

/** A text as a reader of a language gets it: where that one has no words, the other's, named by its language tag. */
export function readIn(locale: Locale, text: Words): { text: string; lang?: 'en' | 'zh-CN' } {
  if (text[locale] || !text[locale === 'en' ? 'zh' : 'en']) return { text: text[locale] };
  return locale === 'en' ? { text: text.zh, lang: 'zh-CN' } : { text: text.en, lang: 'en' };
}
