import { createTranslator } from 'use-intl/core';

import { messages, type Namespace } from '@/messages';

import { inEach, messageLocale, type Locale, type Said } from './locale';

/** The sentences of one domain in one language; depends on nothing of the request. */
export function translator<N extends Namespace>(locale: Locale, namespace: N) {
  const tag = messageLocale(locale);
  return createTranslator({ locale: tag, messages: messages[tag], namespace });
}

/** Writes a moment for readers without scripts, in UTC; the browser settles it to the reader's own time. */
export function formatDateTime(at: Date, locale: Locale, style: 'date' | 'datetime' = 'datetime'): string {
  const time = style === 'date' ? {} : ({ timeStyle: 'short' } as const);
  return new Intl.DateTimeFormat(messageLocale(locale), { dateStyle: 'medium', ...time, timeZone: 'UTC' }).format(at);
}

/** A moment in each language, by the clock that is the same for everybody. */
export function momentUtc(at: Date): Said {
  return inEach((locale) => `${formatDateTime(at, locale)} UTC`);
}
