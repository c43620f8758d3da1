'use client';

import { useTranslations } from 'use-intl';

import { sendTestLetterAction } from '@/app/actions/members';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import type { Locale } from '@/lib/core/locale';

/** Sends whoever presses it a letter. */
export function TestLetter({ locale }: { locale: Locale }) {
  const t = useTranslations('staff.setupPage');
  return (
    <ActionForm action={sendTestLetterAction} hidden={{ locale }} success={t('letterSent')} className="gap-3">
      <FormSubmit variant="secondary" className="justify-self-start">
        {t('letter')}
      </FormSubmit>
    </ActionForm>
  );
}
