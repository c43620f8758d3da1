'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormCheck, FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { useChoice } from '@/components/forms/use-choice';
import { Card } from '@/components/ui/card';
import { SelectField } from '@/components/ui/select-field';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale, paths } from '@/lib/core/paths';
import { scheduleDrop } from '@/lib/drops/actions';
import type { Offerable } from '@/lib/drops/queries';

import { MomentField } from './moment-field';
import { UnitsFields } from './units-fields';

const modes = ['FIRST_COME', 'DRAW'] as const;

/** The plan of a drop: product, words, times, units, terms. */
export function ScheduleForm({ products, locale, first }: { products: Offerable[]; locale: Locale; first?: string }) {
  const t = useTranslations('drops.staff');
  const router = useRouter();
  const { field, choice: productId, choose } = useChoice(products.some(({ id }) => id === first) ? first! : '');
  const product = products.find(({ id }) => id === productId);
  const options = products.map(({ id, title, titleZh }) => ({ value: id, label: localText(locale, title, titleZh) }));
  return (
    <ActionForm action={scheduleDrop} className="max-w-3xl" onDone={({ id }) => router.push(inLocale(locale, paths.staff(`drops/${id}`)))}>
      <Card className="grid gap-5">
        <SelectField ref={field} label={t('product')} name="productId" blank={t('productBlank')} options={options} value={productId} onChange={(event) => choose(event.target.value)} required />
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
        <div className="grid gap-5 sm:grid-cols-2">
          <FormSelect name="mode" label={t('mode')} options={modes.map((mode) => ({ value: mode, label: t(`modes.${mode}`) }))} initial="FIRST_COME" />
          <FormText name="fairSeconds" label={t('fairSeconds')} hint={t('fairHint')} type="number" min={0} max={600} initial="0" />
        </div>
        {product && <UnitsFields key={product.id} variants={product.variants} locale={locale} />}
      </Card>
      <Terms />
      <div><FormSubmit size="lg">{t('save')}</FormSubmit></div>
    </ActionForm>
  );
}

function Terms() {
  const t = useTranslations('drops.staff');
  return (
    <Card className="grid gap-5">
      <h2 className="text-subheading">{t('terms')}</h2>
      <FormCheck name="needsReservation" label={t('needsReservation')} />
      <FormCheck name="proofOfWork" label={t('proofOfWork')} hint={t('proofHint')} />
      <div className="grid gap-5 sm:grid-cols-2">
        <FormText name="minTrust" label={t('minTrust')} type="number" min={0} max={4} initial="0" />
        <FormText name="holdMinutes" label={t('hold')} type="number" min={1} max={120} initial="15" />
        <FormText name="offerMinutes" label={t('offerMinutes')} hint={t('offerHint')} type="number" min={1} max={10_080} initial="60" />
        <FormText name="regions" label={t('regions')} hint={t('regionsHint')} maxLength={800} autoCapitalize="characters" />
      </div>
    </Card>
  );
}
