import { cutTo } from '@/lib/core/fields';
import { cleanText, textOf } from '@/lib/core/sanitize';

export type Specification = { label: string; values: SpecificationValue[] };
export type SpecificationValue = { text: string; href?: string; of?: string };

const MOST = 40;
const MOST_VALUES = 30;
const LONGEST = 600;
const LONGEST_READ = 10_000;

/** Metafields that a shop writes about its products. Every other namespace belongs to an app and means nothing to a reader. */
const WRITTEN = /^(?:custom|my_fields|descriptors|facts|specs?|specifications?|details?|product|info|shopify)$/;
/** What is for search engines and for the shop itself. */
const INTERNAL =
  /^(?:internal[._-])?notes?$|(?:^|[._-])(?:seo|google|category|title_tag|description_tag|cost|margin|supplier|wholesale|internal|private|hidden|sync|template|badge|badges|sku|related|recommendations?|upsell|bundle)(?=$|[._-])/;
const REFERENCE = /gid:\/\/|^\[?"?shopify:/i;
const SILENT = /<(script|style)\b(?:(?!<(?:script|style)\b)[\s\S])*?<\/\1>/gi;
const PLAIN_TAG = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} &'’+./-]{0,39}$/u;
const MOST_TAGS = 12;

/** What can be listed of a product, in each language; what has no Chinese of its own is shown there as the shop wrote it. */
export function listedOf(product: { tags: string[]; tagsZh: string[]; metafields: unknown; metafieldsZh: unknown }) {
  const en = { specifications: specificationsOf(product.metafields), tags: tagsShown(product.tags) };
  const zh = { specifications: specificationsOf(product.metafieldsZh), tags: tagsShown(product.tagsZh) };
  return {
    en,
    zh: {
      specifications: zh.specifications.length > 0 ? zh.specifications : en.specifications,
      tags: zh.tags.length > 0 ? zh.tags : en.tags,
    },
  };
}

/** The tags that are words for readers; those that steer a shop's own software are left out. */
export function tagsShown(tags: readonly string[]): string[] {
  return tags.filter((tag) => PLAIN_TAG.test(tag)).slice(0, MOST_TAGS);
}

/** A product's metafields as a list to read: a label and its values, without what is not meant for readers. What a variant alone has names its variant. */
export function specificationsOf(metafields: unknown): Specification[] {
  const found = new Map<string, Specification>();
  for (const [name, value] of Object.entries((metafields ?? {}) as Record<string, unknown>)) {
    const [key = '', ...options] = name.split(' / ');
    if (typeof value !== 'string' || !isForReaders(key)) continue;
    const of = options.join(' / ') || undefined;
    const values = valuesOf(value, key).map((each) => ({ ...each, ...(of && { of }) }));
    if (values.length === 0) continue;
    const known = found.get(key) ?? { label: labelOf(key), values: [] };
    found.set(key, { ...known, values: [...known.values, ...values] });
  }
  return [...found.values()].slice(0, MOST).map(({ label, values }) => ({ label, values: merged(values) }));
}

function isForReaders(key: string): boolean {
  const [namespace = '', ...rest] = key.toLowerCase().split('.');
  return WRITTEN.test(namespace) && rest.length > 0 && !INTERNAL.test(rest.join('.'));
}

function labelOf(key: string): string {
  const words = key
    .slice(key.lastIndexOf('.') + 1)
    .replace(/[_-]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

// What every variant has alike is said once.
function merged(values: SpecificationValue[]): SpecificationValue[] {
  const texts = new Set(values.map(({ text }) => text));
  if (texts.size > 1 || !values[0]?.of) return values.slice(0, MOST_VALUES);
  const { of: _, ...value } = values[0];
  return [value];
}

function valuesOf(value: string, key: string): SpecificationValue[] {
  if (value.length > LONGEST_READ || REFERENCE.test(value)) return [];
  const read = /^\s*[[{]/.test(value) ? fromJson(value) : undefined;
  if (read !== undefined) return read.map(asValue).filter(({ text }) => text !== '');
  const parts = key.startsWith('shopify.') ? value.split(';') : [value];
  return parts.map(asValue).filter(({ text }) => text !== '');
}

function asValue(value: string): SpecificationValue {
  const words = cleanText(/<[a-z]/i.test(value) ? textOf(value.replace(SILENT, '')) : value).trim();
  if (/^https?:\/\/\S+$/.test(words))
    return { text: cutTo(words.replace(/^https?:\/\/(?:www\.)?/, ''), 80), href: words };
  return { text: words.length > LONGEST ? `${cutTo(words, LONGEST).trimEnd()}…` : words };
}

/** The words of a value that is JSON, as lists, measures, money and rich text are; undefined when it is none after all. */
function fromJson(value: string): string[] | undefined {
  try {
    return wordsOf(JSON.parse(value));
  } catch {
    return undefined;
  }
}

function wordsOf(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (typeof value !== 'object' || value === null) return [];
  const each = value as Record<string, unknown>;
  if (each.type === 'root') return paragraphsOf(each);
  if (isWord(each.value) && typeof each.unit === 'string') return [`${each.value} ${unitOf(each.unit)}`];
  if (isWord(each.amount) && typeof each.currency_code === 'string') return [`${each.amount} ${each.currency_code}`];
  return [];
}

const isWord = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

const UNITS: Record<string, string> = {
  millimeters: 'mm',
  centimeters: 'cm',
  meters: 'm',
  inches: 'in',
  feet: 'ft',
  yards: 'yd',
  grams: 'g',
  kilograms: 'kg',
  ounces: 'oz',
  pounds: 'lb',
  milliliters: 'ml',
  liters: 'l',
};

function unitOf(unit: string): string {
  return UNITS[unit.toLowerCase()] ?? unit.toLowerCase().replaceAll('_', ' ');
}

function paragraphsOf(root: Record<string, unknown>): string[] {
  const textIn = (node: unknown): string => {
    const { value, children } = (node ?? {}) as { value?: unknown; children?: unknown };
    return typeof value === 'string' ? value : Array.isArray(children) ? children.map(textIn).join('') : '';
  };
  return Array.isArray(root.children) ? root.children.map(textIn) : [];
}
