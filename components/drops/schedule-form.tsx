'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { useFormField } from '@/components/forms/form-context';
import { FormSubmit } from '@/components/forms/form-fields';
import { useChoice } from '@/components/forms/use-choice';
import { Card } from '@/components/ui/card';
import { SelectField } from '@/components/ui/select-field';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { scheduleDrop } from '@/app/actions/drops';
import type { Offerable } from '@/lib/catalog/offerable';
import type { PlanDraft } from '@/lib/drops/queries/plan-draft';

import { FurtherWaves } from './staff/further-waves';
import { TermsFields, TimesAndMode, WordsFields } from './staff/plan-fields';
import { SureField } from './sure-field';
import { UnitsFields } from './units-fields';

type Props = {
  products: Offerable[];
  locale: Locale;
  countries: readonly string[];
  /** What stands in the form at first: a product that was chosen, or a whole drop that is copied. */
  draft?: Partial<PlanDraft>;
  /** How many further waves stand in the form at first, where none are copied. */
  further?: number;
};

/** The plan of a drop: product, words, times, units, further waves, terms. */
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
      <TermsFields draft={offer.draft} countries={countries} />
      <SureField />
      <div>
        <FormSubmit size="lg">{t('save')}</FormSubmit>
      </div>
    </ActionForm>
  );
}

// The units follow the product, also the one that was posted without scripts.
function Plan({ products, locale, draft = {}, further = 0 }: Omit<Props, 'countries'>) {
  const t = useTranslations('drops.staff');
  const { id, value, error } = useFormField('productId', draft.productId ?? '');
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
        <WordsFields draft={draft} />
      </Card>
      <Card className="grid gap-5">
        <TimesAndMode draft={draft} />
        {product ? (
          <UnitsFields key={product.id} variants={product.variants} locale={locale} units={draft.units} />
        ) : (
          <p className="text-sm text-muted">{t('unitsAfter')}</p>
        )}
      </Card>
      {product && (
        <FurtherWaves
          key={`further-${product.id}`}
          variants={product.variants}
          locale={locale}
          first={draft.further ?? Array.from({ length: further }, () => ({}))}
        />
      )}
    </>
  );
}
