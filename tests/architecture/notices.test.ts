/** Every kind of message to a person: declared, worded in both languages with what is declared, and sent by the program. */
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it, vi } from 'vitest';

import { translator } from '@/lib/core/i18n';
import { messages } from '@/messages';
import { kinds } from '@/lib/notifications/kinds';
import { renderMail } from '@/lib/notifications/render-mail';
import { wordsIn, type Words } from '@/lib/notifications/schema';

import { program } from './sources';

type Tree = { [key: string]: string | Tree };
type Needs = { app?: readonly string[]; mail?: readonly string[] };
type Channel = keyof Needs;

const declared: [string, Needs][] = Object.entries(kinds);
const declaredFor = (channel: Channel) => declared.filter(([, needs]) => needs[channel]);
const languages = { en: 'en', zh: 'zh-CN' } as const;

/** Words that choose between sentences, with all that they may be. */
const choices: Record<string, string[]> = {
  role: ['author', 'voter'],
  why: ['yes', 'no'],
  how: ['linked', 'noted'],
  from: ['voice', 'post'],
  kind: ['PAYMENT_MISMATCH', 'REFUND_REFUSED', 'DISPUTED'],
};
const counts = new Set(['ideas', 'votes', 'count', 'place']);

describe.each(['en', 'zh'] as const)('in %s', (locale) => {
  const catalogue = messages[languages[locale]];

  it('what is declared is worded, and nothing else', () => {
    expect(
      sentences(catalogue.notifications.kinds)
        .map(([kind]) => kind)
        .toSorted(),
    ).toEqual(names('app'));
    expect([...new Set(mailSentences(catalogue.mail).map(([kind]) => kind))].toSorted()).toEqual(names('mail'));
  });

  it('sentences need what is declared', () => {
    const app = sentences(catalogue.notifications.kinds).map(([kind, text]) => [kind, argumentsOf(text)] as const);
    expect(Object.fromEntries(app)).toEqual(needsOf('app'));
    const mail = new Map<string, string[]>();
    for (const [kind, text] of mailSentences(catalogue.mail))
      mail.set(kind, [...(mail.get(kind) ?? []), ...argumentsOf(text).filter((name) => name !== 'brand')]);
    const needed = Object.entries(needsOf('mail')).map(([kind, all]) => [kind, all.filter((name) => name !== 'code')]);
    expect(Object.fromEntries([...mail].map(([kind, all]) => [kind, sorted(all)]))).toEqual(Object.fromEntries(needed));
  });

  it('a word that is missing would be noticed', () => {
    const t = translator(locale, 'notifications') as unknown as (key: string, values: object) => string;
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(() => expectWhole(t('kinds.waveLost', { title: 'x' }))).toThrow();
    expect(() => expectWhole(t('kinds.none', {}))).toThrow();
  });

  it.each(declaredFor('app'))('%s is said in the app', (kind, { app = [] }) => {
    const t = translator(locale, 'notifications') as unknown as (key: string, values: object) => string;
    for (const data of samples(kind, app)) expectWhole(t(`kinds.${kind}`, wordsIn(locale, data)));
  });

  it.each(declaredFor('mail'))('%s is said by mail', (kind, { mail = [] }) => {
    for (const data of samples(kind, mail)) {
      const { subject, text } = renderMail({ kind, data, locale, name: 'Kit', path: '/' });
      expectWhole(subject);
      expectWhole(text);
    }
  });
});

it('every kind is sent by the program, and every kind that it names is declared', () => {
  const senders = program().filter(({ text }) => /from '@\/lib\/notifications\/(?:commands|tell-)/.test(text));
  const literals = new Set(senders.flatMap(({ text }) => [...text.matchAll(/'([\w.-]+)'/g)].map(([, word]) => word!)));
  const unnamed = declared.map(([kind]) => kind).filter((kind) => !literals.has(kind));
  // These two are put together from the limit that the event names.
  expect(unnamed).toEqual(['order.limit-address', 'order.limit-payment']);
  expect(senders.some(({ text }) => text.includes('`order.${event.payload.limit}`'))).toBe(true);
  const named = senders.flatMap(({ text }) => [...text.matchAll(/\bkind: '([\w.-]+)'/g)].map(([, kind]) => kind!));
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((kind) => !(kind in kinds))).toEqual([]);
});

/** A text without names of keys, braces, or words that were not filled in. */
function expectWhole(text: string): void {
  expect(text).not.toMatch(/[{}]|undefined|\[object|\b(?:notifications|mail)\.\w|‹/);
  expect(text.trim()).not.toBe('');
}

/** Words for a kind, once for each choice that its sentences know; counts are one and many. */
function samples(kind: string, needed: readonly string[]): Words[] {
  const saidAs = (name: string): (string | number)[] => {
    if (counts.has(name)) return [1, 3];
    if (kind === 'suspendedUntil' && name === 'until') return [1_764_000_000_000];
    return choices[name] ?? [`${name} said`];
  };
  return needed.reduce<Words[]>(
    (all, name) => all.flatMap((words) => saidAs(name).map((word) => ({ ...words, [name]: word }))),
    [{}],
  );
}

const sorted = (all: readonly string[]) => [...new Set(all)].toSorted();
const names = (channel: Channel) =>
  declaredFor(channel)
    .map(([kind]) => kind)
    .toSorted();
const needsOf = (channel: Channel) =>
  Object.fromEntries(declaredFor(channel).map(([kind, needs]) => [kind, sorted(needs[channel] ?? [])]));

function sentences(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, inner]): [string, string][] =>
    typeof inner === 'string' ? [[prefix + key, inner]] : sentences(inner, `${prefix}${key}.`),
  );
}

const mailSentences = (tree: Tree) =>
  sentences(tree)
    .filter(([key]) => key.includes('.'))
    .map(([key, text]): [string, string] => [key.slice(0, key.lastIndexOf('.')), text]);

const argumentsOf = (text: string) => sorted(namesIn(parse(text)));

function namesIn(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return namesIn(element.children);
    if (!('options' in element)) return [element.value];
    return [element.value, ...Object.values(element.options).flatMap(({ value }) => namesIn(value))];
  });
}
