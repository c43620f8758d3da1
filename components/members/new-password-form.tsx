'use client';

import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { TextLink } from '@/components/ui/link';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { resetAction } from '@/app/actions/members';

import { CodeField } from './confirm-form';
import { PasswordField } from './password-field';

/** The mailed code, and the new password that it allows. */
export function NewPasswordForm({ locale, next, email }: { locale: Locale; next?: string; email: string }) {
  const t = useTranslations('members');
  return (
    <div className="grid gap-6">
      <ActionForm action={resetAction} hidden={{ locale, next }}>
        <CodeField label={t('fields.code')} />
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <PasswordField
          name="password"
          label={t('fields.newPassword')}
          hint={t('fields.passwordHint')}
          autoComplete="new-password"
        />
        <FormSubmit block size="lg">
          {t('confirm.resetSubmit')}
        </FormSubmit>
      </ActionForm>
      <p className="border-t border-line pt-5 text-center">
        <TextLink href={inLocale(locale, paths.forgot(next))}>{t('confirm.resend')}</TextLink>
      </p>
    </div>
  );
}
