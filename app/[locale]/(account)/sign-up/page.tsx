import type { Metadata } from 'next';
import { redirect } from 'next/navigation';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { AuthFrame } from '@/components/members/auth-frame';
import { PasswordField } from '@/components/members/password-field';
import { TextLink } from '@/components/ui/link';
import { isMember } from '@/lib/core/actor';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { signUpAction } from '@/app/actions/members';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { localeOf, pageQuery } from '@/lib/web/params';
import { nextIn, safeNext } from '@/lib/web/safe-next';
import { currentActor } from '@/lib/web/session';
import { publicBrand } from '@/lib/web/brand';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  return memberMetadata(translator(locale, 'members')('signUp.title', { brand: (await publicBrand()).name[locale] }));
}

export default async function SignUpPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const next = nextIn(await pageQuery(searchParams));
  if (isMember(await currentActor())) redirect(safeNext(next, locale));
  const t = translator(locale, 'members');
  const foot = (
    <>
      {t('signUp.have')} <TextLink href={inLocale(locale, paths.signIn(next))}>{t('signUp.signIn')}</TextLink>
    </>
  );
  return (
    <AuthFrame
      title={t('signUp.title', { brand: (await publicBrand()).name[locale] })}
      lead={t('signUp.lead')}
      illustration="owners"
      foot={foot}
    >
      <ActionForm action={signUpAction} hidden={{ locale, next }}>
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
        <FormText name="email" type="email" label={t('fields.email')} autoComplete="username" required />
        <PasswordField
          name="password"
          label={t('fields.password')}
          hint={t('fields.passwordHint')}
          autoComplete="new-password"
        />
        <FormSubmit block size="lg">
          {t('signUp.submit')}
        </FormSubmit>
      </ActionForm>
    </AuthFrame>
  );
}
