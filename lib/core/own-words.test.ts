import { beforeEach, expect, it } from 'vitest';

import { countStatements, truncateAll } from '@/tests/support/database';

import { db } from './db';
import { ownParts, readEachWords, sayer, wordsSettings } from './own-words';
import { clock } from './time';

beforeEach(truncateAll);

const keep = (name: string, version: number, data: object) =>
  db.settingsVersion.create({ data: { name, version, data, at: clock() } });

it('only what says something else is the brand’s own: not what is empty, nor what a form sends as it was', () => {
  const builtIn = { code: 'F\u00a0码：{name}', lead: 'Two\nlines', other: 'As it was' };
  expect(ownParts({ code: 'F 码：{name}', lead: 'Two lines', other: 'Another' }, builtIn)).toEqual({
    other: 'Another',
  });
  expect(ownParts({ code: '', constructor: 'x', stray: 'y' } as never, builtIn)).toEqual({});
});

it('the words of many texts are read in one statement, the newest of each, and none of what cannot be read', async () => {
  const texts = ['one', 'two', 'three', 'none'].map((text) => wordsSettings(text, 'en', 'brand.manage'));
  await keep('words:one:en', 1, { words: { a: 'old' } });
  await keep('words:one:en', 2, { words: { a: 'new' } });
  await keep('words:two:en', 1, { words: [] });
  await keep('words:three:zh', 1, { words: { a: 'another language' } });
  const { result, statements } = await countStatements(() => readEachWords(texts));
  expect([...result]).toEqual([
    ['words:one:en', { a: 'new' }],
    ['words:two:en', {}],
  ]);
  expect(statements).toHaveLength(1);
  expect(await readEachWords([])).toEqual(new Map());
});

it('a part is said in the brand’s words where they can be said, else in the program’s, by itself', () => {
  const say = sayer('en', { a: 'Own {x}', b: 'Own {gone}' }, (part) => `built-in ${part}`, 'test');
  expect(['a', 'b', 'c', 'toString'].map((part) => say(part, { x: 1 }))).toEqual([
    'Own 1',
    'built-in b',
    'built-in c',
    'built-in toString',
  ]);
});
