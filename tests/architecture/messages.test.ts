import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

import { messages } from '@/messages';

import { program } from './sources';

/** Words that a Chinese reader knows as they are. */
const sameInBoth =
  /^(Millet|GitHub|Google|RSS|Markdown|Stripe|FAQ|OK|SKU|Foxtail( Audio)?|English|e-?mail|URL|v|UTC|[A-Z]{3})$/i;

/** What docs/words.md says that we do not say. */
const unsaid = {
  en: /['"]|\be-mail|\bstands?\b|\bwhoever\b|\bsomebody\b|\btak(e|en|es|ing)( it)? back\b|\breckon|\bcall(ed|ing)? off\b|\bwaiting list\b|\bgive[ns]? back\b|\bgateway\b|\bcancelled\b|\bF-codes?\b/i,
  'zh-CN':
    /[「」《》您]|商城|店铺|F ?码|点子|职务|成员|会员|留货|上线|一波|支付网关|封禁|[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]|[\u4e00-\u9fff][,;!?]/,
};

type Catalogue = Map<string, string>;

const files = (folder: string) =>
  readdirSync(path.join('messages', folder))
    .filter((name) => name.endsWith('.json'))
    .toSorted();

function catalogue(folder: string, file: string): Catalogue {
  return new Map(flatten(readCatalogue(folder, file)));
}

function readCatalogue(folder: string, file: string): Record<string, object> {
  return JSON.parse(readFileSync(path.join('messages', folder, file), 'utf8')) as Record<string, object>;
}

function flatten(value: unknown, prefix = ''): [string, string][] {
  if (typeof value === 'string') return [[prefix, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => flatten(inner, prefix ? `${prefix}.${key}` : key));
}

/** A sentence without its placeholders, tags and the words that choose between its forms. */
const prose = (sentence: string) =>
  sentence.replaceAll(/<[^>]*>|\{\w+\}|\{\w+, \w+\}|\{\w+, (plural|select),|(=\d|[\w-]+) \{/g, ' ');

describe('message catalogues', () => {
  it.each(['en', 'zh-CN'] as const)(
    'in %s have the same files, each of them loaded, and no sentence twice',
    (folder) => {
      expect(files(folder)).toEqual(files('en'));
      expect(files(folder).filter((file) => !/^[a-z0-9-]+\.(menu|ui|page|staff|mail)\.json$/.test(file))).toEqual([]);
      const written = files(folder).flatMap((file) => [...catalogue(folder, file)]);
      expect(written.map(([key]) => key).toSorted()).toEqual([...new Set(written.map(([key]) => key))].toSorted());
      expect(new Map(flatten(messages[folder]))).toEqual(new Map(written));
    },
  );

  it.each(files('en'))('%s says everything in both languages, with the same placeholders', (file) => {
    const [english, chinese] = [catalogue('en', file), catalogue('zh-CN', file)];
    expect([...chinese.keys()].toSorted()).toEqual([...english.keys()].toSorted());
    for (const [key, sentence] of english)
      expect({ key, names: names(chinese.get(key) ?? '') }).toEqual({ key, names: names(sentence) });
  });

  it.each(files('en'))('%s is written in Chinese where it is Chinese', (file) => {
    const foreign = [...catalogue('zh-CN', file)].filter(([, sentence]) => isForeign(sentence));
    expect(foreign.map(([key, sentence]) => `${key}: ${sentence}`)).toEqual([]);
  });

  it.each(['en', 'zh-CN'] as const)('in %s keep to the words of docs/words.md', (folder) => {
    const said = files(folder).flatMap((file) =>
      [...catalogue(folder, file)].map(([key, sentence]) => ({
        key: `${file}: ${key}`,
        said: unsaid[folder].exec(prose(sentence))?.[0],
      })),
    );
    expect(said.filter((each) => each.said)).toEqual([]);
  });

  it('call a product 产品, and 商品 only what lies in a cart, stands on an order, or is sold by law', () => {
    const goods = /^(?:cart|orders|returns)\.|^(?:drops\.(?:page|staff)|markets\.staff|pages\.page)\.json$/;
    const elsewhere = files('zh-CN').filter((file) => !goods.test(file));
    expect(elsewhere.length).toBeGreaterThan(30);
    const said = elsewhere.flatMap((file) => [...catalogue('zh-CN', file)].filter(([, text]) => text.includes('商品')));
    expect(said).toEqual([]);
  });

  it('have every key that the program asks for', () => {
    const asked = program().flatMap(({ file, text }) => askedKeys(text).map((key) => ({ file, key })));
    expect(asked.length).toBeGreaterThan(0);
    const known = new Set(flatten(messages.en).map(([key]) => key));
    expect(
      asked.filter(({ key }) => !known.has(key) && ![...known].some((each) => each.startsWith(`${key}.`))),
    ).toEqual([]);
  });

  it('explain every code that the program refuses with, each in the file of its domain or of all', () => {
    const codes = program().flatMap(({ file, text }) =>
      [...text.matchAll(/new Refused\(\s*'([a-z-]+)'/g)].map((found) => ({ file, code: found[1] ?? '' })),
    );
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter(({ file, code }) => !explainedFor(file).has(code))).toEqual([]);
  });
});

/** The codes that are explained wherever the code of this file is answered. */
function explainedFor(file: string): Set<string> {
  const domain = /^(?:lib(?:\/flows)?|app\/actions)\/([a-z0-9-]+)/.exec(file)?.[1];
  const codes = files('en')
    .filter((name) => name.startsWith('core.') || name.startsWith(`${domain}.`))
    .flatMap((name) => Object.keys(readCatalogue('en', name).errors ?? {}));
  return new Set(codes);
}

/** What a message shows: its arguments and tags. A number that only chooses between words need not return in Chinese. */
function names(sentence: string): string[] {
  return [...new Set(shown(parse(sentence, { ignoreTag: false })))].toSorted();
}

function shown(elements: MessageFormatElement[], counted = ''): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal) return [];
    if (element.type === TYPE.pound) return [counted];
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...shown(element.children, counted)];
    if (!('options' in element)) return [element.value];
    const count = element.type === TYPE.plural ? element.value : counted;
    return Object.values(element.options).flatMap((option) => shown(option.value, count));
  });
}

function isForeign(sentence: string): boolean {
  if (/\p{Script=Han}/u.test(sentence)) return false;
  const words = sentence.replaceAll(/\{[^{}]*\}|<[^>]*>/g, ' ').match(/[A-Za-z][A-Za-z-]+/g) ?? [];
  return words.some((word) => !sameInBoth.test(word));
}

/** `t('key')` and its kin, for every `t` made by useTranslations('domain') or translator(locale, 'domain'). */
function askedKeys(text: string): string[] {
  const made =
    /(?:const|let)\s+(\w+)\s*=\s*(?:await\s+)?(?:useTranslations|translator)\((?:[^()'"]*,\s*)?'([\w.-]+)'\)/g;
  const namesOf = new Map<string, Set<string>>();
  for (const [, name = '', domain = ''] of text.matchAll(made))
    namesOf.set(name, (namesOf.get(name) ?? new Set()).add(domain));
  // A name that stands for two domains in one file is left to the type check, which knows which is meant.
  return [...namesOf]
    .filter(([, used]) => used.size === 1)
    .flatMap(([name, used]) => {
      const calls = new RegExp(`\\b${name}(?:\\.(?:rich|markup|raw|has))?\\(\\s*'([\\w.-]+)'`, 'g');
      return [...text.matchAll(calls)].map((found) => `${[...used][0]}.${found[1]}`);
    });
}
