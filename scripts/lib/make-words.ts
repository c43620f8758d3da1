/** The sentences of staff pages, parsed already, as a module for each language that a browser fetches once and keeps. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { compileMessages } from '@/messages/compile';
import { mergeMessages, type MessageTree } from '@/messages/merge';

const languages = { en: 'en', 'zh-CN': 'zh' } as const;
const audiences = ['ui', 'menu', 'staff'];

/** The modules by their files: all that components of staff pages may say in a browser, of every domain. */
export function staffWords(root: string): Record<string, string> {
  const files = readdirSync(path.join(root, 'messages/en'))
    .filter((file) => audiences.includes(file.split('.').at(-2) ?? ''))
    .toSorted();
  const rows = Object.entries(languages).map(([language, short]) => {
    const trees = files.flatMap((file) => readIn(path.join(root, 'messages', language, file)));
    return [`messages/compiled/staff-${short}.ts`, moduleOf(compileMessages(mergeMessages(trees)))];
  });
  return Object.fromEntries(rows) as Record<string, string>;
}

const readIn = (file: string): MessageTree[] =>
  existsSync(file) ? [JSON.parse(readFileSync(file, 'utf8')) as MessageTree] : [];

// A text that is parsed is read faster than an object that is written out (https://v8.dev/blog/cost-of-javascript-2019#json).
const moduleOf = (words: object) => `// Made from the files of messages by scripts/lib/make-words.ts: not to be edited.
/** All that components of staff pages may say in a browser, parsed already. */
export const words = JSON.parse(${JSON.stringify(JSON.stringify(words))}) as object;
`;
