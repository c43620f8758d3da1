'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormCheck, FormSubmit, FormText } from '@/components/forms/form-fields';
import { Card } from '@/components/ui/card';
import { SelectField } from '@/components/ui/select-field';
import { localText, type Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import { inLocale, paths } from '@/lib/core/paths';
import { scheduleDrop } from '@/lib/drops/actions';
import type { Offerable } from '@/lib/drops/queries';

import { MomentField } from './moment-field';

/** The plan of a drop: product, words, times, units, terms. */
export function ScheduleForm({ products, locale, first }: { products: Offerable[]; locale: Locale; first?: string }) {
  const t = useTranslations('drops.staff');
  const router = useRouter();
  const [productId, setProductId] = useState(products.some(({ id }) => id === first) ? first! : '');
  const product = products.find(({ id }) => id === productId);
  const options = products.map(({ id, title, titleZh }) => ({ value: id, label: localText(locale, title, titleZh) }));
  return (
    <ActionForm action={scheduleDrop} className="max-w-3xl" onDone={({ id }) => router.push(inLocale(locale, paths.staff(`drops/${id}`)))}>
      <Card className="grid gap-5">
        <SelectField label={t('product')} name="productId" blank={t('productBlank')} options={options} value={productId} onChange={(event) => setProductId(event.target.value)} required />
        <div className="grid gap-5 sm:grid-cols-2">
          <FormText name="title" label={t('name')} maxLength={120} required />
          <FormText name="titleZh" label={t('nameZh')} maxLength={120} lang="zh-CN" />
        </div>
        <FormArea name="summary" label={t('summary')} hint={t('summaryHint')} maxLength={600} rows={3} />
        <FormArea name="summaryZh" label={t('summaryZh')} maxLength={600} rows={3} lang="zh-CN" />
      </Card>
      <Card className="grid gap-5">
        <div className="grid gap-5 sm:grid-cols-2">
          <MomentField name="opensAt" label={t('opensAt')} hint={t('yourTime')} />
          <MomentField name="closesAt" label={t('closesAt')} hint={t('yourTime')} />
        </div>
        {product && <Units key={product.id} product={product} locale={locale} />}
      </Card>
      <Card className="grid gap-5">
        <h2 className="text-subheading">{t('terms')}</h2>
        <FormCheck name="needsReservation" label={t('needsReservation')} />
        <div className="grid gap-5 sm:grid-cols-2">
          <FormText name="minTrust" label={t('minTrust')} type="number" min={0} max={4} initial="0" />
          <FormText name="holdMinutes" label={t('hold')} type="number" min={1} max={120} initial="15" />
        </div>
      </Card>
      <div><FormSubmit size="lg">{t('save')}</FormSubmit></div>
    </ActionForm>
  );
}

function Units({ product, locale }: { product: Offerable; locale: Locale }) {
  const t = useTranslations('drops.staff');
  return (
    <fieldset className="grid gap-4">
      <legend className="font-semibold">{t('unitsPer')}</legend>
      <p className="text-sm text-muted">{t('unitsHint')}</p>
      <div className="grid gap-4 sm:grid-cols-3">
        {product.variants.map(({ id, title, titleZh, priceMinor, currency }) => (
          <FormText key={id} name={`units.${id}`} type="number" min={0} label={localText(locale, title, titleZh)} hint={formatMoney(priceMinor, currency, locale)} />
        ))}
      </div>
    </fieldset>
  );
}
