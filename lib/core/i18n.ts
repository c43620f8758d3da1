import { createTranslator } from 'use-intl/core';

import { messages, type Namespace } from '@/messages';

import { forEachLocale, messageLocale, type Locale, type Localized } from './locale';
import { hasRightToLeft, isolated } from './sanitize/text-direction';

/** The sentences of one domain in one language; depends on nothing of the request. Names and titles that are written from the right do not turn the sentence around them. */
export function translator<N extends Namespace>(locale: Locale, namespace: N) {
  const tag = messageLocale(locale);
  return isolating(createTranslator({ locale: tag, messages: messages[tag], namespace }));
}

/** The same for what is sent to a person: a sentence or a value that is missing throws, so that nothing is sent without its words. */
export function strictTranslator<N extends Namespace>(locale: Locale, namespace: N) {
  const tag = messageLocale(locale);
  return isolating(createTranslator({ locale: tag, messages: messages[tag], namespace, onError: rethrow }));
}

/** The same for sentences that a brand wrote itself, by their names; one that cannot be read throws use-intl's error when it is said. */
export function strictWords(locale: Locale, words: Readonly<Record<string, string>>): Say {
  const tag = messageLocale(locale);
  return isolating(
    createTranslator({ locale: tag, messages: { words }, namespace: 'words', onError: rethrow }) as unknown as Say,
  );
}

function rethrow(error: Error): never {
  throw error;
}

function isolating<T extends object>(t: T): T {
  return new Proxy(t, {
    apply: (say, _, [key, values]: [string, Values?]) =>
      Reflect.apply(say as Say, undefined, [key, eachIsolated(values)]),
    get: (say, name) =>
      name === 'rich' ? (key: string, values?: Values) => rich(say)(key, eachIsolated(values)) : Reflect.get(say, name),
  });
}

type Values = Record<string, unknown>;
type Say = (key: string, values?: Values) => string;
const rich = (t: object) => (t as { rich: Say }).rich;

function eachIsolated(values: Values | undefined): Values | undefined {
  if (!values || !Object.values(values).some((value) => typeof value === 'string' && hasRightToLeft(value)))
    return values;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? isolated(value) : value]),
  );
}

/** Writes a moment for readers without scripts, in UTC; the browser settles it to the reader's own time. */
export function formatDateTime(at: Date, locale: Locale, style: 'date' | 'datetime' = 'datetime'): string {
  const time = style === 'date' ? {} : ({ timeStyle: 'short' } as const);
  return new Intl.DateTimeFormat(messageLocale(locale), { dateStyle: 'medium', ...time, timeZone: 'UTC' }).format(at);
}

/** A moment in each language, by the clock that is the same for everybody, and as a page turns it into its reader's own. */
export function momentUtc(at: Date): Localized & { at: string } {
  return { ...forEachLocale((locale) => `${formatDateTime(at, locale)} UTC`), at: at.toISOString() };
}
