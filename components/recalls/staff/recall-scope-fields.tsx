'use client';

import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';

import { useFormField } from '@/components/forms/form-context';
import { FormArea, FormSelect, FormText } from '@/components/forms/form-fields';
import { InZone, MomentField } from '@/components/forms/moment-field';
import { useLive } from '@/components/ui/use-live';
import { recallDates, recallScopes, type RecallDates, type RecallScope } from '@/lib/recalls/schema';

export type ProductChoice = { id: string; title: string; titleZh: string };
export type EditedScope = {
  scope: RecallScope;
  productId: string;
  sku: string;
  serialFrom: string;
  serialTo: string;
  serials: string[];
  dates: RecallDates | null;
  from: Date | null;
  until: Date | null;
};

type Props = { recall?: EditedScope; products: ProductChoice[] };

/** Which devices a recall means. Without scripts the fields of every kind are shown. */
export function RecallScopeFields({ recall, products }: Props) {
  const t = useTranslations('recalls.staff.form');
  const isChinese = useLocale().startsWith('zh');
  const { value } = useFormField('scope', recall?.scope ?? 'RANGE');
  const [scope, setScope] = useState(value);
  const live = useLive();
  const hides = (of: RecallScope) => (!live || scope === of ? undefined : 'hidden');
  const options = products.map(({ id, title, titleZh }) => ({ value: id, label: (isChinese && titleZh) || title }));
  return (
    <>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <FormSelect name="productId" label={t('product')} initial={recall?.productId} options={options} />
        <FormText
          name="sku"
          label={t('sku')}
          hint={t('skuHint')}
          initial={recall?.sku}
          maxLength={60}
          autoComplete="off"
        />
      </div>
      <FormSelect
        name="scope"
        label={t('scope')}
        initial={recall?.scope ?? 'RANGE'}
        options={recallScopes.map((each) => ({ value: each, label: t(`scopes.${each}`) }))}
        onChange={(event) => setScope(event.target.value)}
      />
      <div className={hides('RANGE')}>
        <Range recall={recall} />
      </div>
      <div className={hides('LIST')}>
        <FormArea
          name="serials"
          label={t('serials')}
          hint={t('serialsHint')}
          initial={recall?.serials.join('\n')}
          rows={6}
          dir="ltr"
          spellCheck={false}
        />
      </div>
      <div className={hides('DATES')}>
        <Moments recall={recall} />
      </div>
    </>
  );
}

function Range({ recall }: { recall?: EditedScope }) {
  const t = useTranslations('recalls.staff.form');
  const field = { maxLength: 60, autoComplete: 'off', spellCheck: false, dir: 'ltr' } as const;
  return (
    <div className="grid items-start gap-5 sm:grid-cols-2">
      <FormText
        name="serialFrom"
        label={t('serialFrom')}
        hint={t('rangeHint')}
        initial={recall?.serialFrom}
        {...field}
      />
      <FormText name="serialTo" label={t('serialTo')} initial={recall?.serialTo} {...field} />
    </div>
  );
}

function Moments({ recall }: { recall?: EditedScope }) {
  const t = useTranslations('recalls.staff.form');
  return (
    <div className="grid gap-5">
      <FormSelect
        name="dates"
        label={t('dates')}
        initial={recall?.dates ?? 'MADE'}
        options={recallDates.map((each) => ({ value: each, label: t(`dateKinds.${each}`) }))}
      />
      <InZone>
        <div className="grid items-start gap-5 sm:grid-cols-2">
          <MomentField name="from" label={t('from')} initial={recall?.from ?? undefined} required={false} />
          <MomentField name="until" label={t('until')} initial={recall?.until ?? undefined} required={false} />
        </div>
      </InZone>
    </div>
  );
}
