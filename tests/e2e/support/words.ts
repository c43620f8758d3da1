/** The interface's own words, so that one journey finds its buttons and fields in either language. */
import { readdirSync, readFileSync } from 'node:fs';

import { createTranslator } from 'use-intl/core';

type Say = (key: string, values?: Record<string, string | number>) => string;
type Tree = { [key: string]: string | Tree };

/** Says a sentence by its full key, such as `orders.states.PAID`; throws for one that there is not. */
export function wordsIn(locale: 'en' | 'zh'): Say {
  const tag = locale === 'zh' ? 'zh-CN' : 'en';
  const messages = readdirSync(`messages/${tag}`)
    .map((file) => JSON.parse(readFileSync(`messages/${tag}/${file}`, 'utf8')) as Tree)
    .reduce(merge, {});
  const onError = (error: Error): never => {
    throw error;
  };
  return createTranslator({ locale: tag, messages, onError }) as Say;
}

// A domain's sentences are kept in several files.
function merge(into: Tree, from: Tree): Tree {
  for (const [key, value] of Object.entries(from)) {
    const before = into[key];
    into[key] = typeof value === 'object' && typeof before === 'object' ? merge(before, value) : value;
  }
  return into;
}
