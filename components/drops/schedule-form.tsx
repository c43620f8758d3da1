'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { useFormField } from '@/components/forms/form-context';
import { FormArea, FormCheck, FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { InZone, MomentField } from '@/components/forms/moment-field';
import { useChoice } from '@/components/forms/use-choice';
import { Card } from '@/components/ui/card';
import { SelectField } from '@/components/ui/select-field';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { scheduleDrop } from '@/app/actions/drops';
import type { Offerable } from '@/lib/catalog/offerable';

import { SureField } from './sure-field';
import { UnitsFields } from './units-fields';

const modes = ['FIRST_COME', 'DRAW'] as const;

type Props = { products: Offerable[]; locale: Locale; first?: string; countries: readonly string[] };

/** The plan of a drop: product, words, times, units, terms. */
export function ScheduleForm({ countries, ...offer }: Props) {
  const t = useTranslations('drops.staff');
  const router = useRouter();
  return (
    <ActionForm
      action={scheduleDrop}
      className="max-w-3xl"
      onDone={({ id }) => router.push(inLocale(offer.locale, paths.staff('drops', id)))}
    >
      <Plan {...offer} />
      <Terms countries={countries} />
      <SureField />
      <div>
        <FormSubmit size="lg">{t('save')}</FormSubmit>
      </div>
    </ActionForm>
  );
}

// The units follow the product, also the one that was posted without scripts.
function Plan({ products, locale, first = '' }: Omit<Props, 'countries'>) {
  const t = useTranslations('drops.staff');
  const { id, value, error } = useFormField('productId', first);
  const { field, choice: productId, choose } = useChoice(products.some((each) => each.id === value) ? value! : '');
  const product = products.find((each) => each.id === productId);
  const options = products.map(({ id: key, title, titleZh }) => ({
    value: key,
    label: localText(locale, title, titleZh),
  }));
  return (
    <>
      <Card className="grid gap-5">
        <SelectField
          ref={field}
          id={id}
          label={t('product')}
          name="productId"
          blank={t('productBlank')}
          options={options}
          error={error}
          value={productId}
          onChange={(event) => choose(event.target.value)}
          required
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <FormText name="title" label={t('name')} maxLength={120} required />
          <FormText name="titleZh" label={t('nameZh')} maxLength={120} lang="zh-CN" />
        </div>
        <FormArea name="summary" label={t('summary')} hint={t('summaryHint')} maxLength={600} rows={3} />
        <FormArea name="summaryZh" label={t('summaryZh')} maxLength={600} rows={3} lang="zh-CN" />
      </Card>
      <Card className="grid gap-5">
        <TimesAndMode />
        {product ? (
          <UnitsFields key={product.id} variants={product.variants} locale={locale} />
        ) : (
          <p className="text-sm text-muted">{t('unitsAfter')}</p>
        )}
      </Card>
    </>
  );
}

function TimesAndMode() {
  const t = useTranslations('drops.staff');
  return (
    <>
      <InZone>
        <div className="grid gap-5 sm:grid-cols-2">
          <MomentField name="opensAt" label={t('opensAt')} />
          <MomentField name="closesAt" label={t('closesAt')} />
        </div>
      </InZone>
      <div className="grid gap-5 sm:grid-cols-2">
        <FormSelect
          name="mode"
          label={t('mode')}
          options={modes.map((mode) => ({ value: mode, label: t(`modes.${mode}`) }))}
          initial="FIRST_COME"
        />
        <FormText
          name="fairSeconds"
          label={t('fairSeconds')}
          hint={t('fairHint')}
          type="number"
          min={0}
          max={600}
          initial="0"
        />
      </div>
    </>
  );
}

function Terms({ countries }: Pick<Props, 'countries'>) {
  const t = useTranslations('drops.staff');
  return (
    <Card className="grid gap-5">
      <h2 className="text-subheading">{t('terms')}</h2>
      <FormCheck name="needsReservation" label={t('needsReservation')} />
      <FormCheck name="proofOfWork" label={t('proofOfWork')} hint={t('proofHint')} />
      <div className="grid gap-5 sm:grid-cols-2">
        <FormText name="minTrust" label={t('minTrust')} type="number" min={0} max={4} initial="0" />
        <FormText name="holdMinutes" label={t('hold')} type="number" min={1} max={120} initial="15" />
        <FormText
          name="offerMinutes"
          label={t('offerMinutes')}
          hint={t('offerHint')}
          type="number"
          min={1}
          max={10_080}
          initial="60"
        />
        <FormText
          name="regions"
          label={t('regions')}
          hint={t('regionsHint', { codes: countries.join(', ') })}
          maxLength={800}
          autoCapitalize="characters"
        />
      </div>
    </Card>
  );
}
