import type { Brand } from '@/lib/core/brand';
import { translator } from '@/lib/core/i18n';
import { forEachLocale, listed, messageLocale, type Locale } from '@/lib/core/locale';
import type { MarketData } from '@/lib/core/market';

import type { Block } from '../choices/blocks';
import { gapFor } from '../choices/gaps';
import { lawSlug, type LawKind } from '../choices/kinds';
import type { draftLanguages } from '../schema';

type Known = { brand: Pick<Brand, 'contact'>; market: Pick<MarketData, 'seller' | 'returnAddress' | 'zones'> };
type Texts = { title: string; titleZh: string; description: string; descriptionZh: string; blocks: Block[] };

/**
 * The draft of a law page in both languages or in one, of what the shop knows of itself; what it does not know, and that it is a draft, is a gap.
 * A language that is not written has no words, so that it has no gaps either: its readers see the other one.
 */
export function lawWords(kind: LawKind, known: Known, languages: (typeof draftLanguages)[number] = 'both'): Texts {
  const written = (write: (locale: Locale) => string) =>
    forEachLocale((locale) => (languages === 'both' || languages === locale ? write(locale) : ''));
  const name = lawSlug(kind) as Name;
  const say = (key: 'title' | 'description') => written((locale) => translator(locale, 'lawDraft')(`${name}.${key}`));
  const [title, description] = [say('title'), say('description')];
  const body = written((locale) => `**${noteIn(locale)}**\n\n${bodyIn(locale, `${name}.body`, known)}`);
  const form = written((locale) => bodyIn(locale, 'returns.form', known));
  const texts = kind === 'RETURNS' ? [body, form] : [body];
  return {
    ...{ title: title.en, titleZh: title.zh, description: description.en, descriptionZh: description.zh },
    blocks: texts.map((text) => ({ type: 'text', text })),
  };
}

type Name = 'terms' | 'privacy' | 'returns' | 'imprint' | 'accessibility';

const noteIn = (locale: Locale): string => gapFor(translator(locale, 'lawDraft')('note'));

function bodyIn(locale: Locale, key: `${Name}.body` | 'returns.form', known: Known): string {
  return translator(locale, 'lawDraft')(key, factsIn(locale, known));
}

function factsIn(locale: Locale, { brand, market }: Known) {
  const t = translator(locale, 'lawDraft');
  const { seller, returnAddress, zones } = market;
  const or = (text: string, gap: Parameters<typeof say>[0]) => (text.trim() ? text : say(gap));
  const say = (gap: 'seller' | 'address' | 'mail' | 'countries' | 'returnAddress' | 'tax') => gapFor(t(`gaps.${gap}`));
  const codes = [...new Set(zones.flatMap(({ countries }) => countries))];
  return {
    seller: or(plain(seller.name), 'seller'),
    address: or(plain(seller.address), 'address'),
    mail: or(brand.contact && `<${brand.contact}>`, 'mail'),
    countries: or(namesOf(codes, locale), 'countries'),
    returnAddress: or(plain(returnAddress || seller.address), 'returnAddress'),
    tax: or(seller.taxNumbers.map(({ name, number }) => `${plain(name)} ${plain(number)}`).join(', '), 'tax'),
  };
}

function namesOf(codes: string[], locale: Locale): string {
  const tag = messageLocale(locale);
  const names = new Intl.DisplayNames([tag], { type: 'region' });
  const sorted = codes.map((code) => names.of(code) ?? code).toSorted((a, b) => a.localeCompare(b, tag));
  return listed(locale, sorted);
}

// What Markdown would read as its own, and a bracket that could pass for a gap.
const plain = (text: string): string =>
  text
    .trim()
    .replace(/[\\`*_[\]<]|^(?=[#+>-]\s)/gm, (sign) => `\\${sign}`)
    .replace(/^(\d+)(?=[.)]\s)/gm, '$1\\');
