'use client';

import { useTranslations } from 'use-intl';

import { askPhoneWorkAction, enterByPhoneAction, resendPhoneCodeAction } from '@/app/actions/members.phone';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { TextLink } from '@/components/ui/link';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

import { CodeField } from '../confirm-form';
import { withWork } from './with-work';

const resend = withWork(askPhoneWorkAction, resendPhoneCodeAction);

/** The second step: the code. */
export function EnterPhoneForm({ locale, next }: { locale: Locale; next?: string }) {
  const t = useTranslations('members');
  return (
    <div className="grid gap-6">
      <ActionForm action={enterByPhoneAction} hidden={{ locale, next }}>
        <CodeField label={t('fields.code')} />
        <FormSubmit block size="lg">
          {t('phone.enter')}
        </FormSubmit>
      </ActionForm>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 border-t border-line pt-5">
        <ActionForm action={resend} hidden={{ locale }} success={t('phone.resent')} className="js-only gap-3">
          <FormSubmit variant="secondary" size="sm" className="justify-self-start">
            {t('phone.resend')}
          </FormSubmit>
        </ActionForm>
        <TextLink href={inLocale(locale, paths.signIn(next, 'phone'))}>{t('phone.other')}</TextLink>
      </div>
    </div>
  );
}
