'use client';

import { useTranslations } from 'use-intl';

import { setAnsweringAction } from '@/app/actions/reviews';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';

/** Whether an owner answers shoppers' questions. */
export function AnsweringForm({ willing }: { willing: boolean }) {
  const t = useTranslations('reviews.answering');
  return (
    <ActionForm action={setAnsweringAction} hidden={{ willing: String(!willing) }} className="gap-3!">
      <p className="font-semibold">{t(willing ? 'isOn' : 'isOff')}</p>
      <FormSubmit variant="secondary" className="w-fit">
        {t(willing ? 'turnOff' : 'turnOn')}
      </FormSubmit>
    </ActionForm>
  );
}
