'use client';

import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { Notice } from '@/components/ui/notice';
import { joinWaitlist, leaveWaitlist } from '@/app/actions/drops';

import type { StageVariant } from './stage-drop';
import { useOfferWatch } from './use-offer-watch';

/** The way onto the list for each of these. */
export function JoinForms({
  dropId,
  variants,
  preview,
}: {
  dropId: string;
  variants: StageVariant[];
  preview: boolean;
}) {
  const t = useTranslations('drops.waitlist');
  return variants.map(({ id, title }) => (
    <ActionForm key={id} action={joinWaitlist} hidden={{ dropId, variantId: id }}>
      <FormSubmit variant="secondary" block disabled={preview}>
        {t('join', { variant: title })}
      </FormSubmit>
    </ActionForm>
  ));
}

/** One's place on the list, and the way off it. */
export function Place({
  dropId,
  variant,
  ahead,
  heard,
}: {
  dropId: string;
  variant: string;
  ahead: number;
  heard: number;
}) {
  const t = useTranslations('drops.waitlist');
  useOfferWatch(heard, ahead);
  return (
    <div className="grid gap-2 border-t border-line pt-4">
      <Notice tone="accent" title={t('waiting', { variant })}>
        {t('ahead', { ahead })}
      </Notice>
      <ActionForm action={leaveWaitlist} hidden={{ dropId }}>
        <FormSubmit variant="quiet" block>
          {t('leave')}
        </FormSubmit>
      </ActionForm>
    </div>
  );
}
