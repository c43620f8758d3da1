import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { firstOf } from '@/lib/core/fields';
import { translator } from '@/lib/core/i18n';
import { listed, type Locale } from '@/lib/core/locale';
import { plainName } from '@/lib/members/published';

import type { Edited } from './edited-fields';

const compared = {
  title: ['title', 'titleZh'],
  tagline: ['tagline', 'taglineZh'],
  text: ['html', 'htmlZh'],
  organisation: ['vendor', 'type'],
  specifications: ['metafields', 'metafieldsZh'],
  warnings: ['warnings', 'warningsZh'],
  safety: ['manufacturer', 'responsible'],
  options: ['optionNames'],
  status: ['status', 'publishAt'],
} as const satisfies Record<string, readonly (keyof Edited)[]>;

export type ProductPart = keyof typeof compared | 'variants';

/** The parts of a product in which two versions of it differ. */
export function changedParts(before: Edited, after: Edited): (keyof typeof compared)[] {
  const parts = Object.keys(compared) as (keyof typeof compared)[];
  return parts.filter((part) => compared[part].some((field) => asText(before[field]) !== asText(after[field])));
}

/** The refusal of who saved an older version: who saved since, what changed, and how short texts read now. */
export async function changedMeanwhile(
  ctx: Ctx,
  product: Edited & { shown: number },
  locale: Locale,
): Promise<Refused> {
  const rows = await ctx.db.productChange.findMany({
    where: { productId: product.id, version: { gt: product.shown } },
    orderBy: { version: 'desc' },
    take: 20,
    select: { parts: true, actor: { select: plainName } },
  });
  const t = translator(locale, 'catalog');
  const parts = [...new Set(rows.flatMap((row) => row.parts))] as ProductPart[];
  const say = (part: ProductPart) => {
    const name = t(`parts.${part}`);
    const reads = part === 'title' || part === 'tagline' ? firstOf(product[part], 60) : '';
    return reads ? t('edit.readsNow', { name, reads }) : name;
  };
  const what = listed(locale, parts.map(say)) || '–';
  const values = { name: rows[0]?.actor?.name ?? t('edit.somebody'), version: product.version, what };
  return new Refused('product-changed', 'another version of the product was saved meanwhile', { values });
}

const asText = (value: unknown) => (value instanceof Date ? value.toISOString() : JSON.stringify(value));
