import type { Metadata } from 'next';
import { redirect } from 'next/navigation';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { AuthFrame } from '@/components/members/auth-frame';
import { DemoCast } from '@/components/members/demo-cast';
import { PasswordField } from '@/components/members/password-field';
import { ByPhone, SignInTabs } from '@/components/members/phone/by-phone';
import { phoneChoices } from '@/components/members/phone/phone-choices';
import { ProviderButtons } from '@/components/members/provider-buttons';
import { FormError } from '@/components/ui/form-error';
import { TextLink } from '@/components/ui/link';
import { isMember } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { findOrderPath } from '@/lib/orders/choices/order-paths';
import { paths } from '@/lib/paths';
import { signInAction } from '@/app/actions/members';
import { openCountries, withCodes } from '@/lib/members/phone/open-countries';
import { listDemoCast } from '@/lib/members/queries';
import { authOptions } from '@/lib/web/auth-options';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { localeOf, pageQuery } from '@/lib/web/params';
import { nextIn, safeNext } from '@/lib/web/safe-next';
import { currentActor } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  return memberMetadata(translator(locale, 'members')('signIn.title'));
}

export default async function SignInPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { next, error, by } = await pageQuery(searchParams);
  const wanted = nextIn({ next });
  if (isMember(await currentActor())) redirect(safeNext(wanted, locale));
  const t = translator(locale, 'members');
  const cast = env.embedded ? await listDemoCast(reading()) : [];
  const providers = authOptions.providers.map(({ id, name }) => ({ id, name }));
  const countries = phoneChoices(withCodes(await openCountries()), locale);
  const byPhone = countries.length > 0 && (by === undefined ? locale === 'zh' : by === 'phone');
  // A code makes an account by itself.
  const foot = !byPhone && (
    <>
      {t('signIn.noAccount')} <TextLink href={inLocale(locale, paths.signUp(wanted))}>{t('signIn.signUp')}</TextLink>
    </>
  );
  return (
    <AuthFrame
      title={t('signIn.title')}
      lead={byPhone ? t('phone.lead') : t('signIn.lead')}
      foot={foot}
      beside={cast.length > 0 && <DemoCast locale={locale} next={wanted} cast={cast} />}
    >
      {typeof error === 'string' && (
        <div className="mb-5">
          <FormError title={providerProblem(locale, error)} />
        </div>
      )}
      {countries.length > 0 && <SignInTabs byPhone={byPhone} locale={locale} next={wanted} />}
      {byPhone ? (
        <ByPhone countries={countries} locale={locale} next={wanted} />
      ) : (
        <ByEmail locale={locale} next={wanted} />
      )}
      {providers.length > 0 && <ProviderButtons providers={providers} next={safeNext(wanted, locale)} />}
      {wanted?.includes(paths.orders()) && <GuestOrders locale={locale} />}
    </AuthFrame>
  );
}

// Who looks for an order may have placed it without an account.
function GuestOrders({ locale }: { locale: Locale }) {
  const t = translator(locale, 'members');
  return (
    <p className="mt-5 text-[0.9375rem] text-muted">
      {t.rich('signIn.findOrder', {
        link: (words) => <TextLink href={inLocale(locale, findOrderPath())}>{words}</TextLink>,
      })}
    </p>
  );
}

function ByEmail({ locale, next }: { locale: Locale; next?: string }) {
  const t = translator(locale, 'members');
  return (
    <ActionForm action={signInAction} hidden={{ locale, next }}>
      <FormText name="email" type="email" label={t('fields.email')} autoComplete="username" required />
      <PasswordField
        name="password"
        label={t('fields.password')}
        autoComplete="current-password"
        aside={<TextLink href={inLocale(locale, paths.forgot(next))}>{t('signIn.forgot')}</TextLink>}
      />
      <FormSubmit block size="lg">
        {t('signIn.submit')}
      </FormSubmit>
    </ActionForm>
  );
}

// What next-auth writes into its address is not ours to repeat: only the codes that a provider's sign-in answers.
function providerProblem(locale: Locale, code: string): string {
  const t = translator(locale, 'errors');
  return code === 'provider-unverified' || code === 'suspended' ? t(code) : t('failed');
}
