import { chooseProductsAction } from '@/app/actions/catalog';
import type { StaffProduct } from '@/lib/catalog/queries/staff-products';
import { productActNames } from '@/lib/catalog/schema';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';

/** What may be done to many products of the list at once. */
export function productChoice(locale: Locale) {
  const t = translator(locale, 'catalog');
  return {
    action: chooseProductsAction,
    acts: productActNames.map((value) => ({ value, label: t(`edit.bulk.acts.${value}`) })),
    name: ({ title, titleZh }: StaffProduct) => localText(locale, title, titleZh),
  };
}
