'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { handOverAction, quoteRepairAction, fitPartAction } from '@/app/actions/repairs';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';

type Of = { repairId: string };

type QuoteProps = Of & {
  /** The newest version that is shown, and what is agreed, as it is written; null where nothing is. */
  shown: number;
  agreed: string | null;
  inWarranty: boolean;
  currency: string;
};

/** Says what a repair costs, or anew. */
export function QuoteForm({ repairId, shown, agreed, inWarranty, currency }: QuoteProps) {
  const t = useTranslations('repairs.staff');
  return (
    <ActionForm key={shown} action={quoteRepairAction} hidden={{ repairId, shown: String(shown) }} className="gap-4">
      {agreed !== null && <p className="text-sm text-muted">{t('agreed', { amount: agreed })}</p>}
      <FormArea name="text" label={t('quoteText')} hint={t('quoteTextHint')} rows={3} maxLength={1000} required />
      <FormText
        name="amount"
        label={t('amount', { currency })}
        hint={t('amountHint')}
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
      />
      {inWarranty && (
        <FormArea name="uncovered" label={t('notCovered')} hint={t('notCoveredHint')} rows={2} maxLength={500} />
      )}
      <FormSubmit className="justify-self-start">{t('quote')}</FormSubmit>
    </ActionForm>
  );
}

/** Notes a part that was fitted. */
export function PartForm({ repairId, places }: Of & { places: { value: string; label: string }[] }) {
  const t = useTranslations('repairs.staff');
  const [once, setOnce] = useState(() => crypto.randomUUID());
  return (
    <ActionForm
      key={once}
      action={fitPartAction}
      hidden={{ repairId, once }}
      onDone={() => setOnce(crypto.randomUUID())}
      className="gap-4"
    >
      <FormText name="sku" label={t('sku')} hint={t('skuHint')} autoComplete="off" maxLength={60} required />
      <FormText
        name="quantity"
        label={t('quantity')}
        initial="1"
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
      />
      {places.length > 0 && (
        <FormSelect name="locationId" label={t('partFrom')} options={places} blank={t('noStock')} />
      )}
      <FormSubmit variant="secondary" className="justify-self-start">
        {t('fit')}
      </FormSubmit>
    </ActionForm>
  );
}

type HandOverProps = Of & {
  /** Whether the repair was done, whether it costs something, and whether its owner has the device still. */
  isDone: boolean;
  costs: boolean;
  isTheirs: boolean;
  collects: boolean;
};

/** Hands the device over: sent back, collected, or kept where nobody owns it any more. */
export function HandOverForm({ repairId, isDone, costs, isTheirs, collects }: HandOverProps) {
  const t = useTranslations('repairs');
  const ways = (isTheirs ? (['SHIPPED', 'COLLECTED'] as const) : (['KEPT'] as const)).map((value) => ({
    value,
    label: t(`handOvers.${value}`),
  }));
  return (
    <ActionForm action={handOverAction} hidden={{ repairId }} className="gap-4">
      {!isDone && <p className="text-sm text-muted">{t(isTheirs ? 'staff.unrepaired' : 'staff.keptBody')}</p>}
      <FormSelect
        name="how"
        label={t('staff.how')}
        options={ways}
        initial={isTheirs && collects ? 'COLLECTED' : ways[0]!.value}
      />
      {isTheirs && (
        <>
          <FormText name="carrier" label={t('staff.carrier')} hint={t('staff.carrierHint')} maxLength={40} />
          <FormText name="tracking" label={t('staff.tracking')} maxLength={60} />
        </>
      )}
      {isDone && costs && (
        <FormText name="paidNote" label={t('staff.paidNote')} hint={t('staff.paidNoteHint')} maxLength={200} required />
      )}
      <FormSubmit variant={isDone ? 'primary' : 'secondary'} className="justify-self-start">
        {t('staff.handOver')}
      </FormSubmit>
    </ActionForm>
  );
}
