'use client';

import { useTranslations } from 'use-intl';

import { sendUnitsAction, setShopAction, writeOffAction } from '@/app/actions/stock';
import { ActionForm } from '@/components/forms/action-form';
import { FormCheck, FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { toast } from '@/components/ui/toaster';
import { writeOffKinds } from '@/lib/stock/schema';

import { PlaceAndUnits, type PlaceChoice } from './place-and-units';

/** `once` is the form's own id: sent twice, it is done once. */
type Props = { variantId: string; places: PlaceChoice[]; once: string };

const count = { inputMode: 'numeric', autoComplete: 'off', required: true } as const;

/** Takes units out of what can be sold, or brings them back. */
export function WriteOffForm({ variantId, places, once }: Props) {
  const t = useTranslations('stock');
  const kinds = writeOffKinds.map((value) => ({ value, label: t(`writeOff.choices.${value}`) }));
  return (
    <ActionForm
      action={writeOffAction}
      hidden={{ variantId, once }}
      clear
      onDone={() => void toast.success(t('writeOff.done'))}
      className="grid gap-5"
    >
      <FormSelect name="what" label={t('writeOff.what')} options={kinds} initial="damaged" required />
      <PlaceAndUnits places={places} />
      <FormText name="reason" label={t('writeOff.reason')} maxLength={200} autoComplete="off" required />
      <FormSubmit variant="secondary" className="justify-self-start">
        {t('writeOff.button')}
      </FormSubmit>
    </ActionForm>
  );
}

/** Sends units from one place to another. */
export function SendForm({ variantId, places, once }: Props) {
  const t = useTranslations('stock');
  if (places.length < 2) return <p className="text-muted">{t('send.one')}</p>;
  return (
    <ActionForm
      action={sendUnitsAction}
      hidden={{ variantId, once }}
      clear
      onDone={() => void toast.success(t('send.done'))}
      className="grid gap-5"
    >
      <div className="grid items-start gap-5">
        <FormSelect name="fromId" label={t('send.from')} options={places} initial={places[0]?.value} required />
        <FormSelect name="toId" label={t('send.to')} options={places} initial={places[1]?.value} required />
      </div>
      <div className="grid items-start gap-5 sm:grid-cols-[7rem_minmax(0,1fr)]">
        <FormText name="units" label={t('receive.units')} {...count} />
        <FormText name="note" label={t('receive.note')} maxLength={200} autoComplete="off" />
      </div>
      <FormSubmit variant="secondary" className="justify-self-start">
        {t('send.button')}
      </FormSubmit>
    </ActionForm>
  );
}

/** Whether the shop sells a variant, and from when on it runs low. */
export function ShopForm({ variantId, inShop, lowAt }: { variantId: string; inShop: boolean; lowAt: number | null }) {
  const t = useTranslations('stock');
  return (
    <ActionForm
      action={setShopAction}
      hidden={{ variantId }}
      onDone={() => void toast.success(t('shopForm.done'))}
      className="grid gap-5"
    >
      <FormCheck name="inShop" label={t('shopForm.inShop')} hint={t('shopForm.inShopHint')} initial={inShop} />
      <FormText
        name="lowAt"
        label={t('shopForm.lowAt')}
        hint={t('shopForm.lowAtHint')}
        initial={lowAt === null ? '' : String(lowAt)}
        inputMode="numeric"
        autoComplete="off"
      />
      <FormSubmit variant="secondary" className="justify-self-start">
        {t('shopForm.button')}
      </FormSubmit>
    </ActionForm>
  );
}
