'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { saveDiscountAction } from '@/app/actions/discounts';
import { ActionForm } from '@/components/forms/action-form';
import { useFormField } from '@/components/forms/form-context';
import { FormCode } from '@/components/forms/form-code';
import { FormCheck, FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { InZone, MomentField } from '@/components/forms/moment-field';
import { Card, SectionHead } from '@/components/ui/card';
import { toast } from '@/components/ui/toaster';
import { useLive } from '@/components/ui/use-live';
import type { Locale } from '@/lib/core/locale';
import { plainAmount } from '@/lib/core/money';
import { inLocale } from '@/lib/core/paths';
import { kinds } from '@/lib/discounts/schema';
import { paths } from '@/lib/paths';

import { DiscountScope, type ProductChoice } from './discount-scope';

export type EditedDiscount = {
  id: string;
  version: number;
  title: string;
  titleZh: string;
  code: string | null;
  kind: (typeof kinds)[number];
  percent: number | null;
  amountMinor: number | null;
  buyPieces: number | null;
  getPieces: number | null;
  leastMinor: number | null;
  leastPieces: number | null;
  forAll: boolean;
  combines: boolean;
  startsAt: Date;
  endsAt: Date | null;
  mostUses: number | null;
  oncePerBuyer: boolean;
  productIds: string[];
};
type Props = { discount?: EditedDiscount; currency: string; products: ProductChoice[]; locale: Locale };

/** Makes a discount or changes one; who saw an older version is told so. Without scripts the fields of every type are shown. */
export function DiscountForm({ discount, currency, products, locale }: Props) {
  const t = useTranslations('discounts.form');
  const router = useRouter();
  const done = () => {
    toast.success(t(discount ? 'saved' : 'made'));
    router.push(inLocale(locale, paths.staff('discounts')));
  };
  return (
    <ActionForm
      key={discount?.version}
      action={saveDiscountAction}
      hidden={{ discountId: discount?.id, shown: String(discount?.version ?? 0), currency }}
      onDone={done}
      className="grid max-w-3xl gap-6"
    >
      <Names discount={discount} />
      <Off discount={discount} currency={currency} />
      <Card as="section" className="grid gap-5">
        <SectionHead title={t('which')} />
        <DiscountScope
          initial={discount && !discount.forAll ? discount.productIds : null}
          products={products}
          locale={locale}
        />
      </Card>
      <Rules discount={discount} currency={currency} />
      <FormSubmit className="justify-self-start">{t(discount ? 'save' : 'make')}</FormSubmit>
    </ActionForm>
  );
}

function Names({ discount }: Pick<Props, 'discount'>) {
  const t = useTranslations('discounts.form');
  return (
    <Card as="section" className="grid gap-5">
      <SectionHead title={t('what')} />
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <FormText
          name="title"
          label={t('title')}
          hint={t('titleHint')}
          initial={discount?.title}
          maxLength={80}
          lang="en"
          required
        />
        <FormText
          name="titleZh"
          label={t('titleZh')}
          initial={discount?.titleZh}
          maxLength={80}
          lang="zh-CN"
          required
        />
      </div>
      <FormCode
        name="code"
        label={t('code')}
        hint={t('codeHint')}
        initial={discount?.code ?? ''}
        maxLength={40}
        dir="ltr"
      />
    </Card>
  );
}

type Part = Pick<Props, 'discount' | 'currency'>;
const typedAmount = (minor: number | null | undefined, currency: string) =>
  minor === null || minor === undefined ? '' : plainAmount(minor, currency);
const count = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));
const number = { inputMode: 'numeric', autoComplete: 'off' } as const;

function Off({ discount, currency }: Part) {
  const t = useTranslations('discounts.form');
  const { value } = useFormField('kind', discount?.kind ?? 'PERCENT');
  const [kind, setKind] = useState(value);
  const live = useLive();
  const hides = (...of: string[]) => (!live || of.includes(kind ?? '') ? undefined : 'hidden');
  return (
    <Card as="section" className="grid gap-5">
      <SectionHead title={t('off')} />
      <FormSelect
        name="kind"
        label={t('kind')}
        initial={discount?.kind ?? 'PERCENT'}
        options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        onChange={(event) => setKind(event.target.value)}
      />
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <div className={hides('PERCENT', 'BUY_GET')}>
          <FormText
            name="percent"
            label={t('percent')}
            hint={live && kind !== 'BUY_GET' ? undefined : t('percentHint')}
            initial={count(discount?.percent)}
            {...number}
          />
        </div>
        <div className={hides('AMOUNT')}>
          <FormText
            name="amount"
            label={t('amount', { currency })}
            initial={typedAmount(discount?.amountMinor, currency)}
            inputMode="decimal"
            autoComplete="off"
          />
        </div>
        <div className={hides('BUY_GET')}>
          <FormText name="buyPieces" label={t('buy')} initial={count(discount?.buyPieces)} {...number} />
        </div>
        <div className={hides('BUY_GET')}>
          <FormText name="getPieces" label={t('get')} initial={count(discount?.getPieces)} {...number} />
        </div>
      </div>
    </Card>
  );
}

function Rules({ discount, currency }: Part) {
  const t = useTranslations('discounts.form');
  return (
    <Card as="section" className="grid gap-5">
      <SectionHead title={t('rules')} />
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <FormText
          name="least"
          label={t('least', { currency })}
          hint={t('leastHint')}
          initial={typedAmount(discount?.leastMinor, currency)}
          inputMode="decimal"
          autoComplete="off"
        />
        <FormText name="leastPieces" label={t('leastPieces')} initial={count(discount?.leastPieces)} {...number} />
        <FormText
          name="mostUses"
          label={t('mostUses')}
          hint={t('mostUsesHint')}
          initial={count(discount?.mostUses)}
          {...number}
        />
      </div>
      <FormCheck name="oncePerBuyer" label={t('once')} hint={t('onceHint')} initial={discount?.oncePerBuyer} />
      <FormCheck name="combines" label={t('combines')} hint={t('combinesHint')} initial={discount?.combines} />
      <InZone>
        <div className="grid items-start gap-5 sm:grid-cols-2">
          <MomentField
            name="startsAt"
            label={t('startsAt')}
            hint={t('startsHint')}
            initial={discount?.startsAt}
            required={false}
          />
          <MomentField
            name="endsAt"
            label={t('endsAt')}
            hint={t('endsHint')}
            initial={discount?.endsAt ?? undefined}
            required={false}
          />
        </div>
      </InZone>
    </Card>
  );
}
