import { FormText } from '@/components/forms/form-fields';
import type { Locale } from '@/lib/core/locale';
import { translator } from '@/lib/web/i18n';

import { PasswordField } from './password-field';

/** How others see a new member. */
export function NameFields({ locale }: { locale: Locale }) {
  const t = translator(locale, 'members');
  return (
    <>
      <FormText
        name="name"
        label={t('fields.name')}
        hint={t('fields.nameHint')}
        autoComplete="nickname"
        maxLength={50}
        required
      />
      <FormText
        name="handle"
        label={t('fields.handle')}
        hint={t('fields.handleHint')}
        before="@"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={20}
        required
      />
    </>
  );
}

/** What a new account is made of; `email` where its address is known already. */
export function AccountFields({ locale, email }: { locale: Locale; email?: string }) {
  const t = translator(locale, 'members');
  return (
    <>
      <NameFields locale={locale} />
      <FormText
        name="email"
        type="email"
        label={t('fields.email')}
        autoComplete="username"
        initial={email}
        readOnly={email !== undefined}
        required
      />
      <PasswordField
        name="password"
        label={t('fields.password')}
        hint={t('fields.passwordHint')}
        autoComplete="new-password"
      />
    </>
  );
}
