'use client';

import { useTranslations } from 'use-intl';

import { askPhoneCodeAction, askPhoneWorkAction } from '@/app/actions/members.phone';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import type { Locale } from '@/lib/core/locale';

import { PhoneFields, type PhoneCountry } from './phone-fields';
import { withWork } from './with-work';

const ask = withWork(askPhoneWorkAction, askPhoneCodeAction);

type Props = { countries: PhoneCountry[]; first: string; locale: Locale; next?: string };

/** The first step of signing in or up by phone: the number. The work before it needs scripts. */
export function AskPhoneForm({ countries, first, locale, next }: Props) {
  const t = useTranslations('members.phone');
  return (
    <ActionForm action={ask} hidden={{ locale, next }} className="js-only">
      <PhoneFields countries={countries} first={first} />
      <FormSubmit block size="lg">
        {t('ask')}
      </FormSubmit>
    </ActionForm>
  );
}
