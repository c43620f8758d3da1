import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { pageOrMissing } from '@/app/[locale]/or-missing';
import { AuthFrame } from '@/components/members/auth-frame';
import { ConfirmFactor, FactorForms } from '@/components/members/factor-forms';
import { SetPasswordFirst } from '@/components/members/set-password-first';
import { isStaff } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { getOwnFactor } from '@/lib/members/queries/factor';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { localeOf, pageQuery } from '@/lib/web/params';
import { nextIn, safeNext } from '@/lib/web/safe-next';
import { requireMember } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  return memberMetadata(translator(locale, 'members')('factorPage.title'));
}

/** Where staff give their second factor, and set it up; other members have none. */
export default pageOrMissing(async function SecondFactorPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const next = nextIn(await pageQuery(searchParams));
  const actor = await requireMember(locale, paths.secondFactor(next));
  if (!isStaff(actor) && !actor.waiting) notFound();
  const t = translator(locale, 'members');
  if (actor.waiting === 'confirm')
    return (
      <AuthFrame title={t('factorPage.confirmTitle')} lead={t('factorPage.confirmLead')} foot={t('factorPage.lost')}>
        <ConfirmFactor locale={locale} next={next} />
      </AuthFrame>
    );
  const { since, codesLeft, hasPassword } = await getOwnFactor(reading(actor), { memberId: actor.id });
  return (
    <AuthFrame title={t('factorPage.title')} lead={t(actor.waiting ? 'factorPage.needed' : 'factorPage.lead')}>
      {hasPassword ? (
        <FactorForms
          locale={locale}
          on={since !== null}
          codesLeft={codesLeft}
          next={next ? safeNext(next, locale) : inLocale(locale, paths.staff())}
        />
      ) : (
        <SetPasswordFirst locale={locale} next={inLocale(locale, paths.secondFactor(next))} />
      )}
    </AuthFrame>
  );
});
