import { strictTranslator } from '@/lib/core/i18n';
import { locales, type Locale } from '@/lib/core/locale';

/** The sentences of notices, whose keys are put together from their kinds; one that is missing throws. */
export type Sentences = ((key: string, values?: Record<string, string | number>) => string) & {
  has(key: string): boolean;
};

type Namespace = 'mail' | 'notifications';

// Made once: a translator keeps each sentence that it has parsed, and a thousand mails use the same four.
const kept = new Map(
  locales.map((locale) => [
    locale,
    { mail: strictTranslator(locale, 'mail'), notifications: strictTranslator(locale, 'notifications') },
  ]),
);

export function sentencesOf(locale: Locale, namespace: Namespace): Sentences {
  return kept.get(locale)![namespace] as unknown as Sentences;
}
