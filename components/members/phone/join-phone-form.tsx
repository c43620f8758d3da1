import type { ReactNode } from 'react';

import { joinByPhoneAction } from '@/app/actions/members.phone';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import type { Locale } from '@/lib/core/locale';
import { translator } from '@/lib/web/i18n';

import { NameFields } from '../account-fields';

type Props = { locale: Locale; next?: string; children?: ReactNode };

/** The last step of a sign-up by phone: how others see its member. */
export function JoinPhoneForm({ locale, next, children }: Props) {
  const t = translator(locale, 'members');
  return (
    <ActionForm action={joinByPhoneAction} hidden={{ locale, next }}>
      <NameFields locale={locale} />
      {children}
      <FormSubmit block size="lg">
        {t('phone.join')}
      </FormSubmit>
    </ActionForm>
  );
}
