import type { Metadata } from 'next';
import { redirect } from 'next/navigation';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { AccountFields } from '@/components/members/account-fields';
import { AuthFrame } from '@/components/members/auth-frame';
import { PhoneInstead } from '@/components/members/phone/by-phone';
import { LawLinks } from '@/components/pages/law-links';
import { TextLink } from '@/components/ui/link';
import { isMember } from '@/lib/core/actor';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { signUpAction } from '@/app/actions/members';
import { openCountries } from '@/lib/members/phone/open-countries';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { localeOf, pageQuery } from '@/lib/web/params';
import { nextIn, safeNext } from '@/lib/web/safe-next';
import { currentActor } from '@/lib/web/session';
import { publicBrand } from '@/lib/web/brand';
import { linkedPages } from '@/lib/web/pages';

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
  const phones = (await openCountries()).length > 0;
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
      {phones && locale === 'zh' && <PhoneInstead locale={locale} next={next} first />}
      <ActionForm action={signUpAction} hidden={{ locale, next }}>
        <AccountFields locale={locale} />
        <LawLinks
          law={(await linkedPages()).law}
          kinds={['TERMS', 'PRIVACY']}
          lead={translator(locale, 'lawLinks')('join')}
          locale={locale}
        />
        <FormSubmit block size="lg">
          {t('signUp.submit')}
        </FormSubmit>
      </ActionForm>
      {phones && locale !== 'zh' && <PhoneInstead locale={locale} next={next} />}
    </AuthFrame>
  );
}
