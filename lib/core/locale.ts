export const locales = ['en', 'zh'] as const;
export type Locale = (typeof locales)[number];
export type MessageLocale = 'en' | 'zh-CN';

/** Whether a path segment names a language that Millet speaks. */
export function isLocale(value: string): value is Locale {
  return (locales as readonly string[]).includes(value);
}

/** The language that a stored word names; English where it names none that Millet speaks. */
export const localeFrom = (word: string | null | undefined): Locale => (word === 'zh' ? 'zh' : 'en');

/** The language tag of a path segment: zh stands for Simplified Chinese. */
export function messageLocale(locale: Locale): MessageLocale {
  return locale === 'zh' ? 'zh-CN' : 'en';
}

/** The language of a text that somebody wrote, by the word that is stored with it, as HTML names it. */
export const langOf = (lang: string): MessageLocale => messageLocale(localeFrom(lang));

/** Words one after the other, as a language parts them. */
export const listed = (locale: Locale, words: readonly string[]): string => words.join(locale === 'zh' ? '、' : ', ');

/** A text in each language. */
export type Localized = Record<Locale, string>;

/** Makes a text in each language, for readers whose language is not known yet. */
export function forEachLocale(say: (locale: Locale) => string): Localized {
  return { en: say('en'), zh: say('zh') };
}

/** A name in each language. */
export function localizedName({ title, titleZh }: { title: string; titleZh: string | null }): Localized {
  return forEachLocale((locale) => localText(locale, title, titleZh));
}

/** The text in the reader's language where there is one, else the brand's first language. */
export function localText(locale: Locale, text: string, textZh: string | null | undefined): string {
  return locale === 'zh' && textZh ? textZh : text;
}
