import { linesOf } from '@/lib/catalog/choices/metafield-lines';
import type { ProductToEdit } from '@/lib/catalog/queries/staff-products';
import { markdownFrom } from '@/lib/core/markdown/from-html';

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
