import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { isValidElement, type ReactNode } from 'react';
import { _createCache, _createIntlFormatters } from 'use-intl/core';
import formatRaw from 'use-intl/format-message';
import formatCompiled from 'use-intl/format-message/format-only';
import { describe, expect, it } from 'vitest';

import formatOnServer from '@/components/i18n/format-message';

import { messages, uiMessages } from '.';
import { compileMessage, compileMessages } from './compile';
import { mergeMessages, type MessageTree } from './merge';

const cache = _createCache();
const formatters = _createIntlFormatters(cache);
const optionsOf = (locale: string) => ({ cache, formatters, locale, timeZone: 'UTC' });

describe.each(['en', 'zh-CN'] as const)('sentences in %s', (locale) => {
  const sentences = leaves(messages[locale]);

  it('say the same parsed before as parsed when they are said', () => {
    expect(sentences.length).toBeGreaterThan(1_000);
    // What is said depends on how a sentence is made; of those that are made alike one is enough.
    const made = new Map(sentences.map(([key, message]) => [shapeOf(parse(message)), [key, message] as const]));
    expect(made.size).toBeGreaterThan(100);
    for (const [key, message] of made.values())
      for (const values of samples(message)) {
        const said = told(formatRaw(key, message, values, optionsOf(locale)));
        const compiled = compileMessage(message);
        expect(told(formatCompiled(key, compiled, values, optionsOf(locale)))).toBe(said);
        for (const either of [message, compiled])
          expect(told(formatOnServer(key, either, values, optionsOf(locale)))).toBe(said);
      }
  });
});

it('brackets, quotes and tags that are meant literally stay so on both sides', () => {
  for (const message of ["Write '{'name'}'", "It''s", "'<b>' is bold", 'Kit’s'])
    for (const format of [formatCompiled, formatOnServer])
      expect(format('key', compileMessage(message), undefined, optionsOf('en'))).toBe(
        formatRaw('key', message, {}, optionsOf('en')),
      );
});

it('a value that is missing throws on the server, parsed or not', () => {
  for (const message of ['Hello {name}', compileMessage('Hello {name}')])
    expect(() => formatOnServer('key', message, {}, optionsOf('en'))).toThrow('name');
});

it('the browser gets plain objects, lists and strings, which are all that React passes on', () => {
  for (const tree of [uiMessages('en', ['forum', 'drops']), uiMessages('zh-CN', ['orders'])])
    expect(tree).toStrictEqual(JSON.parse(JSON.stringify(tree)));
});

it('sentences of two files are merged whole', () => {
  const two = [compileMessages({ a: { b: '{n} of {m}' } }), compileMessages({ a: { c: 'plain' } })];
  expect(mergeMessages(two)).toEqual({ a: { b: [['n'], ' of ', ['m']], c: 'plain' } });
});

function leaves(tree: MessageTree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : leaves(value, `${prefix}${key}.`),
  );
}

/** A sentence without its words: which arguments of which kinds stand where, whatever they are called. */
function shapeOf(nodes: MessageFormatElement[]): string {
  return JSON.stringify(nodes, (name, value: unknown) => {
    if (name === 'location') return undefined;
    return name === 'value' && typeof value === 'string' ? /['<>{}#|]/.exec(value)?.[0] : value;
  });
}

/** Values for a sentence: a few numbers, every choice, and marks around what stands in a tag. */
function samples(message: string): Record<string, never>[] {
  const asked = new Map<string, unknown[]>();
  collect(parse(message), asked);
  return [0, 1, 2, 3].map(
    (turn) => Object.fromEntries([...asked].map(([name, each]) => [name, each[turn % each.length]])) as never,
  );
}

function collect(nodes: MessageFormatElement[], asked: Map<string, unknown[]>): void {
  for (const node of nodes) {
    if (node.type === TYPE.argument && !asked.has(node.value)) asked.set(node.value, ['Kit', '3']);
    if (node.type === TYPE.number) asked.set(node.value, [0, 1234.5]);
    if (node.type === TYPE.date || node.type === TYPE.time) asked.set(node.value, [new Date(0)]);
    if (node.type === TYPE.plural) asked.set(node.value, [0, 1, 2, 12_345]);
    if (node.type === TYPE.select) asked.set(node.value, Object.keys(node.options));
    if (node.type === TYPE.plural || node.type === TYPE.select)
      for (const { value } of Object.values(node.options)) collect(value, asked);
    if (node.type === TYPE.tag) {
      asked.set(node.value, [(inside: ReactNode) => `[${told(inside)}]`]);
      collect(node.children, asked);
    }
  }
}

function told(said: ReactNode): string {
  if (isValidElement(said)) throw new Error('no element is expected here');
  return Array.isArray(said) ? said.join('') : String(said);
}
