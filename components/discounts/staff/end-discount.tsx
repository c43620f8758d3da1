'use client';

import { useTranslations } from 'use-intl';

import { endDiscountAction } from '@/app/actions/discounts';
import { DeleteFold } from '@/components/forms/delete-fold';

/** Ends a discount, once its consequence was read. */
export function EndDiscount({ id, version, here }: { id: string; version: number; here: string }) {
  const t = useTranslations('discounts.end');
  return (
    <DeleteFold
      action={endDiscountAction}
      hidden={{ discountId: id, shown: String(version) }}
      words={{ open: t('open'), lead: t('lead'), button: t('button') }}
      to={here}
      done={t('done')}
    />
  );
}
