import { ButtonLink } from '@/components/ui/button';
import { TextLink } from '@/components/ui/link';
import { TabLinks } from '@/components/ui/tab-links';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';

import { AskPhoneForm } from './ask-phone-form';
import { firstCountry } from './phone-choices';
import type { PhoneCountry } from './phone-fields';

type Props = { locale: Locale; next?: string };

/** The two ways of the sign-in page; Chinese readers look for the phone first. */
export function SignInTabs({ byPhone, locale, next }: Props & { byPhone: boolean }) {
  const t = translator(locale, 'members');
  const tab = (by: 'phone' | 'email') => ({
    href: inLocale(locale, paths.signIn(next, by)),
    label: t(by === 'phone' ? 'phone.byPhone' : 'phone.byEmail'),
    current: byPhone === (by === 'phone'),
  });
  const tabs = locale === 'zh' ? (['phone', 'email'] as const) : (['email', 'phone'] as const);
  return (
    <div className="mb-6">
      <TabLinks label={t('phone.tabs')} items={tabs.map(tab)} />
    </div>
  );
}

/** Asks for a code to a phone; without scripts it leads to the other way. */
export function ByPhone({ countries, locale, next }: Props & { countries: PhoneCountry[] }) {
  const t = translator(locale, 'members');
  const byEmail = inLocale(locale, paths.signIn(next, 'email'));
  return (
    <>
      <noscript>
        <p>{t.rich('phone.noScripts', { link: (words) => <TextLink href={byEmail}>{words}</TextLink> })}</p>
      </noscript>
      <AskPhoneForm countries={countries} first={firstCountry(countries, locale)} locale={locale} next={next} />
    </>
  );
}

/** The way from the sign-up form to a code by phone, which makes an account too. */
export function PhoneInstead({ locale, next, first }: Props & { first?: true }) {
  return (
    <div className={first ? 'js-only mb-6 border-b border-line pb-6' : 'js-only mt-6 border-t border-line pt-6'}>
      <ButtonLink href={inLocale(locale, paths.signIn(next, 'phone'))} variant="secondary" block>
        {translator(locale, 'members')('phone.instead')}
      </ButtonLink>
    </div>
  );
}
