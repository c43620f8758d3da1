/** Every message to a person: declared once, worded in both languages, rendered with all that it may be given, and sent. */
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { neutralBrand } from '@/lib/core/brand';
import { locales, messageLocale } from '@/lib/core/locale';
import type { Notice } from '@/lib/core/notices';
import { notices } from '@/lib/domains-notices';
import { renderMail } from '@/lib/notifications/render-mail';
import { renderNotification } from '@/lib/notifications/render-notification';
import type { Words } from '@/lib/notifications/schema';
import { messages } from '@/messages';

import { program } from './sources';

type Tree = { [key: string]: string | Tree };

const declared: Notice[] = [...notices.values()];
const inApp = declared.filter(({ channels }) => channels.includes('app'));
const byMail = declared.filter(({ channels }) => channels.includes('mail'));
const named = (all: Notice[]) => all.map((notice) => [notice.kind, notice] as const);
const kindsOf = (all: Notice[]) => all.map(({ kind }) => kind).toSorted();

const files = import.meta.glob<Record<string, Record<string, Notice>>>('/lib/*/notices.ts', { eager: true });
const ofDomains = Object.entries(files)
  .filter(([file]) => file !== '/lib/core/notices.ts')
  .flatMap(([, exported]) => Object.values(exported).flatMap((each) => Object.keys(each)));

describe('a notice', () => {
  it('of each domain is gathered, and declared once', () => {
    expect(ofDomains.length).toBeGreaterThan(40);
    expect(ofDomains.toSorted()).toEqual(kindsOf(declared));
  });

  it.each(named(declared))('%s is named noun.pastTense, and leads somewhere in the app', (kind, notice) => {
    expect(kind).toMatch(/^[a-z][a-zA-Z]*\.[a-z][a-zA-Z]*$/);
    if (!notice.channels.includes('app')) return;
    expect(notice.icon).toBeDefined();
    for (const data of samples(notice.data)) expect(notice.path?.(data)).toMatch(/^\/(?!undefined)/);
  });

  it('is sent by the program, each of them', () => {
    const sent = program()
      .filter(({ file }) => !file.endsWith('/notices.ts'))
      .flatMap(({ text }) => [...text.matchAll(/\w+Notices\['([\w.]+)'\]/g)].map(([, kind]) => kind!));
    expect([...new Set(sent)].toSorted()).toEqual(kindsOf(declared));
  });
});

describe.each(locales)('in %s', (locale) => {
  const catalogue = messages[messageLocale(locale)];

  it('sentences stand for what is declared, and for nothing else', () => {
    expect(keysOf(catalogue.notifications.kinds).toSorted()).toEqual(kindsOf(inApp));
    const parts = keysOf(catalogue.mail).filter((key) => key.includes('.'));
    for (const part of ['subject', 'heading', 'body'])
      expect([part, endingIn(parts, part)]).toEqual([part, kindsOf(byMail)]);
    expect(parts.filter((key) => !/\.(subject|heading|body|button)$/.test(key))).toEqual([]);
    const buttons = endingIn(parts, 'button');
    expect(buttons.filter((kind) => !byMail.find((each) => each.kind === kind)?.path)).toEqual([]);
  });

  it.each(named(inApp))('%s is shown in the app', (_, notice) => {
    for (const data of samples(notice.data)) expectWhole(renderNotification(notice, locale, data));
  });

  it.each(named(byMail))('%s is mailed', (_, notice) => {
    for (const data of samples(notice.data, notice.mailData)) {
      const { subject, text, html } = renderMail(
        notice,
        { locale, name: 'Kit' },
        { data, path: notice.path?.(data) },
        { brand: neutralBrand },
      );
      for (const part of [subject, text]) expectWhole(part);
      expect(html).toContain('</html>');
    }
  });

  it.each(named(inApp))('%s cannot be shown without a word that its sentence always has', (kind, notice) => {
    const sentence = at(catalogue.notifications.kinds, kind);
    for (const word of alwaysIn(parse(sentence))) {
      const [data] = samples(notice.data);
      const { [word]: _, ...without } = data!;
      expect(() => renderNotification(notice, locale, without), word).toThrow();
    }
  });

  it('what has no sentence throws', () => {
    expect(() => renderNotification({ kind: 'wave.vanished' }, locale, {})).toThrow();
    expect(() =>
      renderMail({ kind: 'wave.vanished' }, { locale, name: '' }, { data: {} }, { brand: neutralBrand }),
    ).toThrow();
    expect(() =>
      renderMail({ kind: 'member.warned' }, { locale, name: '' }, { data: {} }, { brand: neutralBrand }),
    ).toThrow();
  });
});

/** A text without names of keys, braces, or words that were not filled in. */
function expectWhole(text: string): void {
  expect(text).not.toMatch(/[{}]|undefined|NaN|\[object|\b(?:notifications|mail)\.\w/);
  expect(text.trim()).not.toBe('');
}

/** Data for a notice, once for every choice of words that its declaration allows; counts are one and many. */
function samples(...schemas: (z.ZodType | undefined)[]): Words[] {
  const fields = schemas.flatMap((schema) => (schema ? Object.entries((schema as z.ZodObject).shape) : []));
  return fields.reduce<Words[]>(
    (all, [name, field]) => all.flatMap((words) => samplesOf(name, field).map((word) => ({ ...words, [name]: word }))),
    [{}],
  );
}

function samplesOf(name: string, field: unknown): Words[string][] {
  if (field instanceof z.ZodEnum) return field.options as string[];
  if (field instanceof z.ZodNumber) return [1, 3];
  if (field instanceof z.ZodString) return [name === 'path' ? '/boards' : `${name} said`];
  if (field instanceof z.ZodObject) return [{ en: `${name} said`, zh: `${name} 的说法` }];
  throw new Error(`no sample for ${name}`);
}

function keysOf(tree: Tree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, inner]) =>
    typeof inner === 'string' ? [prefix + key] : keysOf(inner, `${prefix}${key}.`),
  );
}

const endingIn = (keys: string[], part: string) =>
  keys
    .filter((key) => key.endsWith(`.${part}`))
    .map((key) => key.slice(0, -part.length - 1))
    .toSorted();

const at = (tree: Tree, key: string) =>
  key.split('.').reduce<Tree | string>((inner, part) => (inner as Tree)[part]!, tree) as string;

/** The arguments that a sentence has outside of its choices, and what chooses. */
const alwaysIn = (elements: MessageFormatElement[]): string[] =>
  elements.flatMap((element) =>
    element.type === TYPE.literal || element.type === TYPE.pound || element.type === TYPE.tag ? [] : [element.value],
  );
