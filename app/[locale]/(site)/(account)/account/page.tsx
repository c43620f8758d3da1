import type { Metadata } from 'next';

import { EmailForms } from '@/components/members/email-forms';
import { PasswordForm } from '@/components/members/password-form';
import { firstCountry, phoneChoices } from '@/components/members/phone/phone-choices';
import { PhoneForms } from '@/components/members/phone/phone-forms';
import { PictureForm } from '@/components/members/picture-form';
import { ProfileForm } from '@/components/members/profile-form';
import { SetPasswordFirst } from '@/components/members/set-password-first';
import { SessionForms } from '@/components/members/session-forms';
import { TrustRule } from '@/components/members/trust-rule';
import { ButtonLink } from '@/components/ui/button';
import { Card, SectionHead } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { isStaff, type SignedIn } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { type Locale, localeFrom } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { memberMenu } from '@/lib/domains-menu';
import { readSettings } from '@/lib/core/shop-settings';
import { clock } from '@/lib/core/time';
import { paths } from '@/lib/paths';
import { shownPhone } from '@/lib/members/phone/number';
import { openCountries, withCodes } from '@/lib/members/phone/open-countries';
import { getOwnProfile } from '@/lib/members/queries';
import { getOwnPhone } from '@/lib/members/queries/phone';
import { listSessions, type SeenSession } from '@/lib/members/queries/sessions';
import { readAgent } from '@/lib/members/read-agent';
import { trustSettings } from '@/lib/members/trust-settings';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { localeOf } from '@/lib/web/params';
import { requireMember } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  return memberMetadata(translator(locale, 'members')('account.title'));
}

export default async function AccountPage({ params }: Props) {
  const locale = await localeOf(params);
  const actor = await requireMember(locale, paths.profile());
  const t = translator(locale, 'members');
  const read = reading(actor);
  const [own, phone, open, sessions, rule] = await Promise.all([
    getOwnProfile(read, { memberId: actor.id }),
    getOwnPhone(read, { memberId: actor.id }),
    openCountries(),
    listSessions(read, { memberId: actor.id }),
    readSettings(trustSettings),
  ]);
  const countries = phoneChoices(withCodes(open), locale);
  const see = <ButtonLink href={inLocale(locale, paths.member(actor.handle))}>{t('account.see')}</ButtonLink>;
  // Without a password a session proves too little to change how its member signs in.
  const byMail = !own.hasPassword && own.email !== null;
  return (
    <div className="page max-w-5xl pb-16">
      <PageHeader title={t('account.title')} lead={t('account.lead')} actions={see} />
      <OwnPages locale={locale} handle={actor.handle} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid gap-6">
          <ProfileForm name={own.name} bio={own.bio} language={localeFrom(own.locale)} />
          {!byMail && <EmailForms email={own.email} proof={phone.proof} />}
          {(countries.length > 0 || phone.phone) && !byMail && (
            <PhoneForms
              own={{ ...phone, phone: phone.phone && shownPhone(phone.phone) }}
              countries={countries}
              first={firstCountry(countries, locale)}
              locale={locale}
            />
          )}
          <SessionForms locale={locale} sessions={withOwn(sessions, actor)} own={actor.session?.id} />
          {(isStaff(actor) || actor.waiting) && <FactorLink locale={locale} />}
        </div>
        <div className="grid gap-6">
          <PictureForm locale={locale} name={own.name} avatar={own.avatar} />
          {byMail ? <FirstPassword locale={locale} /> : <PasswordForm proof={phone.proof} handle={actor.handle} />}
          <TrustRule locale={locale} trust={own.trust} rule={rule} />
        </div>
      </div>
    </div>
  );
}

// A session that begins with this page is not written down yet.
function withOwn(sessions: SeenSession[], { session, agent }: SignedIn): SeenSession[] {
  if (!session || sessions.some(({ id }) => id === session.id)) return sessions;
  const now = clock();
  return [{ id: session.id, ...readAgent(agent), createdAt: now, seenAt: now }, ...sessions];
}

function FirstPassword({ locale }: { locale: Locale }) {
  const t = translator(locale, 'members');
  return (
    <Card as="section">
      <SectionHead title={t('account.passwordFirstTitle')} />
      <SetPasswordFirst locale={locale} next={inLocale(locale, paths.profile())} />
    </Card>
  );
}

function FactorLink({ locale }: { locale: Locale }) {
  const t = translator(locale, 'members');
  return (
    <Card as="section">
      <SectionHead title={t('factorPage.title')} lead={t('factorPage.account')} />
      <ButtonLink href={inLocale(locale, paths.secondFactor())}>{t('factorPage.open')}</ButtonLink>
    </Card>
  );
}

// What the menu in the header offers, which needs scripts.
function OwnPages({ locale, handle }: { locale: Locale; handle: string }) {
  const t = translator(locale, 'viewer');
  const pages = [
    [paths.notifications(), t('notifications', { count: 0 })],
    [paths.member(handle), t('profile')],
    ...memberMenu.map(({ name, path }) => [path(), t(`lines.${name as 'orders'}`)] as const),
  ] as const;
  return (
    <noscript>
      <ul className="mb-6 flex flex-wrap gap-x-6 gap-y-2">
        {pages.map(([path, words]) => (
          <li key={path}>
            <TextLink href={inLocale(locale, path)}>{words}</TextLink>
          </li>
        ))}
      </ul>
    </noscript>
  );
}
