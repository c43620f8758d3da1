'use client';

import { useTranslations } from 'use-intl';

import {
  askClaimAction,
  objectToClaimAction,
  registerSerialAction,
  withdrawClaimAction,
} from '@/app/actions/ownership';
import { ActionForm } from '@/components/forms/action-form';
import { FormCode } from '@/components/forms/form-code';
import { FormArea, FormSelect, FormSubmit } from '@/components/forms/form-fields';
import { TakeBackFold } from '@/components/forms/take-back-fold';
import type { Locale } from '@/lib/core/locale';

import { ProofPictures } from './proof-pictures';

type Choice = { value: string; label: string };
type Props = { products: Choice[]; locale: Locale; product?: string; serial?: string };

/** Registers a device by its serial. */
export function RegisterForm(props: Props) {
  const t = useTranslations('ownership.register');
  return (
    <ActionForm action={registerSerialAction} hidden={{ locale: props.locale }}>
      <DeviceFields {...props} />
      <FormSubmit className="w-fit">{t('button')}</FormSubmit>
    </ActionForm>
  );
}

/** Asks for a device that cannot be registered at once, with a proof. */
export function ClaimForm(props: Props) {
  const t = useTranslations('ownership.claim');
  return (
    <ActionForm action={askClaimAction} hidden={{ locale: props.locale }}>
      <DeviceFields {...props} />
      <FormArea name="proof" label={t('proof')} hint={t('proofHint')} rows={5} maxLength={2000} required />
      <ProofPictures />
      <FormSubmit className="w-fit">{t('button')}</FormSubmit>
    </ActionForm>
  );
}

function DeviceFields({ products, product, serial }: Props) {
  const t = useTranslations('ownership.register');
  return (
    <>
      <FormSelect
        name="productId"
        label={t('product')}
        options={[{ value: '', label: t('choose') }, ...products]}
        initial={product}
        required
      />
      <FormCode
        name="serial"
        label={t('serial')}
        hint={t('serialHint')}
        initial={serial}
        maxLength={80}
        className="sm:max-w-sm"
        required
      />
    </>
  );
}

/** Takes a request for a device back. */
export function WithdrawClaim({ claimId }: { claimId: string }) {
  const t = useTranslations('ownership.claim');
  return (
    <TakeBackFold
      action={withdrawClaimAction}
      hidden={{ claimId }}
      words={{ ask: t('withdraw'), lead: t('withdrawLead'), yes: t('withdrawYes') }}
    />
  );
}

/** Objects to a request for one's own device. */
export function ObjectForm({ claimId }: { claimId: string }) {
  const t = useTranslations('ownership.claim');
  return (
    <ActionForm action={objectToClaimAction} hidden={{ claimId }}>
      <FormArea name="objection" label={t('objection')} hint={t('objectionHint')} rows={4} maxLength={1000} required />
      <FormSubmit className="w-fit">{t('object')}</FormSubmit>
    </ActionForm>
  );
}
