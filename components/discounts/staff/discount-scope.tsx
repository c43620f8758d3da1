'use client';

import { use, useState } from 'react';
import { useTranslations } from 'use-intl';

import { FormContext, useFormField } from '@/components/forms/form-context';
import { FormCheck } from '@/components/forms/form-fields';
import { Group, RadioCard } from '@/components/ui/radio-card';
import { useLive } from '@/components/ui/use-live';
import { localText, type Locale } from '@/lib/core/locale';

export type ProductChoice = { id: string; title: string; titleZh: string };
type Props = {
  /** The products that it is for; null for all. */ initial: string[] | null;
  products: ProductChoice[];
  locale: Locale;
};

/** Whether a discount is for everything or for some products, and for which. */
export function DiscountScope({ initial, products, locale }: Props) {
  const t = useTranslations('discounts.form');
  const { outcome } = use(FormContext);
  const { value, error } = useFormField('scope', initial ? 'some' : 'all');
  const [scope, setScope] = useState(value ?? 'all');
  const [live, id] = [useLive(), 'scope-problem'];
  return (
    <Group legend={<span className="sr-only">{t('which')}</span>} aria-describedby={error ? id : undefined}>
      {(['all', 'some'] as const).map((each) => (
        <RadioCard
          key={each}
          name="scope"
          value={each}
          label={t(each)}
          defaultChecked={scope === each}
          onChange={() => setScope(each)}
        />
      ))}
      {error && (
        <p id={id} className="text-sm text-danger">
          {error}
        </p>
      )}
      <div
        key={outcome.status}
        className={`grid max-h-80 gap-1 overflow-y-auto rounded-lg border border-line p-3 ${scope === 'some' || !live ? '' : 'hidden'}`}
      >
        {products.map(({ id: productId, title, titleZh }) => (
          <FormCheck
            key={productId}
            name={`product.${productId}`}
            label={localText(locale, title, titleZh)}
            initial={initial?.includes(productId)}
          />
        ))}
      </div>
    </Group>
  );
}
