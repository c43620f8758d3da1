import type { Metadata } from 'next';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { AuthFrame } from '@/components/members/auth-frame';
import { TextLink } from '@/components/ui/link';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { forgotAction } from '@/app/actions/members';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { localeOf, pageQuery } from '@/lib/web/params';
import { nextIn } from '@/lib/web/safe-next';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  return memberMetadata(translator(locale, 'members')('forgot.title'));
}

export default async function ForgotPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const next = nextIn(await pageQuery(searchParams));
  const t = translator(locale, 'members');
  const foot = <TextLink href={inLocale(locale, paths.signIn(next))}>{t('forgot.back')}</TextLink>;
  return (
    <AuthFrame title={t('forgot.title')} lead={t('forgot.lead')} illustration="mailbox" foot={foot}>
      <ActionForm action={forgotAction} hidden={{ locale, next }}>
        <FormText name="email" type="email" label={t('fields.email')} autoComplete="username" required />
        <FormSubmit block size="lg">
          {t('forgot.submit')}
        </FormSubmit>
      </ActionForm>
    </AuthFrame>
  );
}
