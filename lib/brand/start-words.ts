import type { Brand } from '@/lib/core/brand';
import { strictTranslator } from '@/lib/core/i18n';
import { messageLocale, type Locale } from '@/lib/core/locale';
import { sayer, wordsSettings, type OwnWords } from '@/lib/core/own-words';
import { messages } from '@/messages';

import { startPartNames, type StartPart, type StartWords } from './choices/start-parts';

const inLanguages = {
  en: wordsSettings('start', 'en', 'brand.manage'),
  zh: wordsSettings('start', 'zh', 'brand.manage'),
};

/** The settings that hold the brand's words of the start page in a language. */
export const startSettings = (language: Locale) => inLanguages[language];

const steps = ['talk', 'triage', 'release', 'drop'];
// The steps of the loop are a group of their own among the program's sentences.
const keyOf = (part: string): string => (steps.includes(part.replace('Body', '')) ? `loop.${part}` : part);

const builtIn = forEachLocaleWords();

/** The program's own words of the start page, as they are written. */
export const builtInStart = (locale: Locale): Readonly<Record<StartPart, string>> => builtIn[locale];

/** The names that they may use, with what fills them. */
export const startValues = (locale: Locale, { name, shortName }: Pick<Brand, 'name' | 'shortName'>, part?: string) => ({
  // What search engines and tabs show has room for the whole name.
  brand: (part === 'title' ? name : shortName)[locale],
});

/** The words of the start page as they are said: the brand's own, and the program's where it has none. */
export function sayStart(locale: Locale, own: OwnWords, brand: Pick<Brand, 'name' | 'shortName'>): StartWords {
  const t = strictTranslator(locale, 'home') as unknown as (key: string, values?: object) => string;
  const say = sayer(locale, own, (part, values) => t(keyOf(part), values), 'start');
  const said = startPartNames.map((part) => [part, say(part, startValues(locale, brand, part))]);
  return Object.fromEntries(said) as StartWords;
}

function forEachLocaleWords(): Record<Locale, Readonly<Record<StartPart, string>>> {
  const wordsOf = (locale: Locale) => {
    const { home } = messages[messageLocale(locale)];
    const at = (key: string) => key.split('.').reduce<unknown>((tree, name) => (tree as never)[name], home) as string;
    return Object.fromEntries(startPartNames.map((part) => [part, at(keyOf(part))])) as Record<StartPart, string>;
  };
  return { en: wordsOf('en'), zh: wordsOf('zh') };
}
