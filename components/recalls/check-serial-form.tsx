'use client';

import { use } from 'react';
import { useTranslations } from 'use-intl';

import { checkSerialAction } from '@/app/actions/recalls';
import { ActionForm } from '@/components/forms/action-form';
import { FormContext } from '@/components/forms/form-context';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { Notice } from '@/components/ui/notice';

/** Asks whether a recall means the device with a serial. */
export function CheckSerialForm({ slug }: { slug: string }) {
  const t = useTranslations('recalls.check');
  return (
    <ActionForm action={checkSerialAction} hidden={{ slug }} className="mt-6 gap-4 border-t border-line pt-5">
      <h3 className="text-subheading">{t('title')}</h3>
      <FormText
        name="serial"
        label={t('serial')}
        hint={t('hint')}
        maxLength={80}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        dir="ltr"
        required
      />
      <FormSubmit className="justify-self-start">{t('do')}</FormSubmit>
      <Answer />
      <p className="text-sm text-muted">{t('doubt')}</p>
    </ActionForm>
  );
}

function Answer() {
  const t = useTranslations('recalls.check');
  const { outcome, pending } = use(FormContext);
  if (outcome.status !== 'done' || pending) return null;
  const { affected, serial } = outcome.data as { affected: boolean; serial: string };
  return (
    <Notice tone={affected ? 'danger' : 'info'} title={<bdi className="font-mono break-all">{serial}</bdi>}>
      {t(affected ? 'affected' : 'notAffected')}
    </Notice>
  );
}
