import { textsOf, type Block } from './blocks';

const gap = /\[\[([^[\]\n]{1,300})\]\]/g;

type Texts = { title: string; titleZh: string; description: string; descriptionZh: string; blocks: readonly Block[] };

/** What a page still asks to be filled in, each once, in the order of the page: texts between double brackets. */
export function gapsOf({ title, titleZh, description, descriptionZh, blocks }: Texts): string[] {
  const texts = [
    title,
    titleZh,
    description,
    descriptionZh,
    ...blocks.flatMap(textsOf).flatMap(({ en, zh }) => [en, zh]),
  ];
  return [...new Set(texts.flatMap((text) => [...text.matchAll(gap)].map(([, asked]) => asked!.trim())))];
}

/** A text that asks to be filled in before its page can be published. */
export const gapFor = (asked: string): string => `[[${asked}]]`;
