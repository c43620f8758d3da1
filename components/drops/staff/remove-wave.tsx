'use client';

import { useTranslations } from 'use-intl';

import { removeWave } from '@/app/actions/drops';
import { ActionForm } from '@/components/forms/action-form';
import { AskFirst } from '@/components/forms/ask-first';
import { FormSubmit } from '@/components/forms/form-fields';

type Props = { dropId: string; version: number; number: number; units: number };

/** Takes the last wave out of a plan, after saying how many units go with it. */
export function RemoveWave({ dropId, version, number, units }: Props) {
  const t = useTranslations('drops.staff.removeWave');
  return (
    <AskFirst open={t('open', { number })} lead={t('lead', { number, units })} size="sm">
      <ActionForm action={removeWave} hidden={{ dropId, number: String(number), shown: String(version) }}>
        <FormSubmit variant="danger" size="sm" className="justify-self-start">
          {t('go')}
        </FormSubmit>
      </ActionForm>
    </AskFirst>
  );
}
