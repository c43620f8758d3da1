import { errorWords, type BulkWords } from '@/components/staff/list/bulk/bulk-words';
import { TextLink } from '@/components/ui/link';
import { productActNames, type ProductAct } from '@/lib/catalog/schema';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

const isProductAct = (act: string): act is ProductAct => productActNames.includes(act as ProductAct);

const codes = ['not-found', 'done-before', 'wrong-status'] as const;

/** How the list of products speaks of what is done to many of them. */
export function productBulkWords(locale: Locale): BulkWords {
  const t = translator(locale, 'catalog');
  const of = (act: string) => (isProductAct(act) ? act : 'products.archive');
  return {
    list: 'products',
    listTitle: t('edit.list'),
    back: t('edit.bulk.back'),
    row: t('edit.product'),
    name: (act) => (isProductAct(act) ? t(`edit.bulk.names.${act}`) : null),
    heading: (act, count) => t(`edit.bulk.title.${of(act)}`, { count }),
    effect: (act, count) => t(`edit.bulk.effect.${of(act)}`, { count }),
    begin: (act, count) => t(`edit.bulk.title.${of(act)}`, { count }),
    codes,
    preview: (code, count, names) => t(`edit.bulk.preview.${code as (typeof codes)[number]}`, { count, names }),
    refused: (code, values) =>
      code === 'not-found' || code === 'product-move' || code === 'product-moved'
        ? t(`edit.bulk.refused.${code}`)
        : errorWords(locale, code, values),
    cell: (handle, named) =>
      named ? (
        <TextLink href={inLocale(locale, paths.staff('products', named.id))}>
          <bdi>{named.title}</bdi>
        </TextLink>
      ) : (
        handle
      ),
  };
}
