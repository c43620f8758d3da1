'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { setPricesAction } from '@/app/actions/catalog';
import { ActionForm } from '@/components/forms/action-form';
import { useFormField } from '@/components/forms/form-context';
import { FormCheck, FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { InZone, MomentField } from '@/components/forms/moment-field';
import { Card, SectionHead } from '@/components/ui/card';
import { Group } from '@/components/ui/radio-card';
import { toast } from '@/components/ui/toaster';
import { priceReasons } from '@/lib/catalog/choices/price-story';

export type VariantToPrice = { id: string; title: string; currency: string };
type Props = { variants: VariantToPrice[]; currencies: { value: string; label: string }[] };

/** Sets a price of some variants: the regular one, or a phase before it such as an offer, now or from a later moment. */
export function PriceForm({ variants, currencies }: Props) {
  const t = useTranslations('catalog.prices.form');
  const router = useRouter();
  const [sent, setSent] = useState(0);
  const done = () => {
    toast.success(t('done'));
    setSent((count) => count + 1);
    router.refresh();
  };
  return (
    <ActionForm key={sent} action={setPricesAction} onDone={done}>
      <Card as="section" className="grid gap-5">
        <SectionHead title={t('title')} lead={t('lead')} />
        <Which variants={variants} />
        <div className="grid items-start gap-5 sm:grid-cols-2 lg:grid-cols-4">
          <FormSelect
            name="reason"
            label={t('reason')}
            hint={t('reasonHint')}
            initial="OFFER"
            options={priceReasons.toReversed().map((value) => ({ value, label: t(`reasons.${value}`) }))}
          />
          <FormText
            name="amount"
            label={t('amount')}
            hint={t('amountHint')}
            inputMode="decimal"
            autoComplete="off"
            maxLength={20}
          />
          <FormText
            name="percentOff"
            label={t('percentOff')}
            hint={t('percentHint')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={2}
          />
          <FormSelect name="currency" label={t('currency')} initial={variants[0]!.currency} options={currencies} />
        </div>
        <InZone>
          <div className="grid items-start gap-5 sm:grid-cols-2">
            <MomentField name="from" label={t('from')} hint={t('fromHint')} required={false} />
            <MomentField name="until" label={t('until')} hint={t('untilHint')} required={false} />
          </div>
        </InZone>
        <FormSubmit className="justify-self-start">{t('send')}</FormSubmit>
      </Card>
    </ActionForm>
  );
}

function Which({ variants }: Pick<Props, 'variants'>) {
  const t = useTranslations('catalog.prices.form');
  const { error } = useFormField('variants');
  if (variants.length === 1) return <input type="hidden" name={`variant.${variants[0]!.id}`} value="on" />;
  return (
    <Group legend={t('variants')} aria-describedby={error ? 'variants-problem' : undefined}>
      {error && (
        <p id="variants-problem" className="text-sm text-danger">
          {error}
        </p>
      )}
      <div className="grid max-h-80 gap-1 overflow-y-auto rounded-lg border border-line p-3 sm:grid-cols-2">
        {variants.map(({ id, title }) => (
          <FormCheck key={id} name={`variant.${id}`} label={title} initial />
        ))}
      </div>
    </Group>
  );
}
