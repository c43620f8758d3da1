import { linesOf } from '@/lib/catalog/choices/metafield-lines';
import type { ProductToEdit } from '@/lib/catalog/queries/staff-products';
import { markdownFrom } from '@/lib/core/markdown/from-html';
import { localText, type Locale } from '@/lib/core/locale';

import { rowsOf } from './grid-rows';
import type { ProductDraft } from './product-form';

/** A product as its form shows it; an imported text as the Markdown that it is the HTML of. */
export function draftOf(product: ProductToEdit, home: string): ProductDraft {
  const { id, version, status, title, titleZh, tagline, taglineZh, vendor, type, optionNames } = product;
  const { warnings, warningsZh, manufacturer, responsible } = product;
  return {
    ...{ id, version, status, title, titleZh, tagline, taglineZh, vendor, type, optionNames },
    ...{ warnings, warningsZh, manufacturer, responsible },
    ...rowsOf(product.variants),
    markdown: product.markdown || markdownFrom(product.html),
    markdownZh: product.markdownZh || markdownFrom(product.htmlZh),
    specifications: linesOf(product.metafields),
    specificationsZh: linesOf(product.metafieldsZh),
    publishAt: product.publishAt?.toISOString() ?? null,
    currency: product.variants[0]?.currency ?? home,
  };
}

/** A product that is yet to be made. */
export const freshDraft = (home: string): ProductDraft => ({
  ...{ version: 0, status: 'DRAFT', publishAt: null, optionNames: [], rows: [], retired: [], currency: home },
  ...{ title: '', titleZh: '', tagline: '', taglineZh: '', markdown: '', markdownZh: '', vendor: '', type: '' },
  ...{ specifications: '', specificationsZh: '', warnings: '', warningsZh: '', manufacturer: '', responsible: '' },
});

/** The variants that a picture of a product can be of: those on sale, and a retired one that has a picture. */
export function variantChoices({ variants, images }: ProductToEdit, locale: Locale) {
  const pictured = new Set(images.map(({ variantId }) => variantId));
  return variants
    .filter(({ id, retiredAt }) => !retiredAt || pictured.has(id))
    .map(({ id, title, titleZh }) => ({ value: id, label: localText(locale, title, titleZh) }));
}
