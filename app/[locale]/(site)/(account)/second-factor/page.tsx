import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { pageOrMissing } from '@/app/[locale]/or-missing';
import { AuthFrame } from '@/components/members/auth-frame';
import { ConfirmFactor, FactorForms } from '@/components/members/factor-forms';
import { SetPasswordFirst } from '@/components/members/set-password-first';
import { deviceName } from '@/components/members/device-name';
import type { PasskeysOf } from '@/components/members/passkeys/passkeys-part';
import { isStaff, type SignedIn } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { getOwnFactor } from '@/lib/members/queries/factor';
import { listOwnPasskeys } from '@/lib/members/queries/passkeys';
import { readAgent } from '@/lib/members/read-agent';
import { canHavePasskeys } from '@/lib/members/relying-party';
import { mostPasskeys } from '@/lib/members/schema';
import { canRemoveFactor, mustHaveFactor } from '@/lib/members/second-factor-policy';
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
  const read = reading(actor);
  const [{ since, codesLeft, hasPassword }, own] = await Promise.all([
    getOwnFactor(read, { memberId: actor.id }),
    listOwnPasskeys(read, { memberId: actor.id }),
  ]);
  const app = since !== null;
  const here = own.some((each) => each.here);
  if (actor.waiting === 'confirm')
    return (
      <AuthFrame
        title={t('factorPage.confirmTitle')}
        lead={t(`factorPage.confirm${here ? (app ? 'Either' : 'Passkey') : app ? 'App' : 'Recovery'}`)}
        foot={t('factorPage.lost')}
      >
        <ConfirmFactor locale={locale} next={next} app={app} passkey={here} />
      </AuthFrame>
    );
  return (
    <AuthFrame title={t('factorPage.title')} lead={t(actor.waiting ? 'factorPage.needed' : 'factorPage.lead')}>
      {hasPassword ? (
        <FactorForms
          locale={locale}
          on={app}
          codesLeft={codesLeft}
          passkeys={passkeysOf(own, { app, actor, locale })}
          next={next ? safeNext(next, locale) : inLocale(locale, paths.staff())}
        />
      ) : (
        <SetPasswordFirst locale={locale} next={inLocale(locale, paths.secondFactor(next))} />
      )}
    </AuthFrame>
  );
});

type Own = Awaited<ReturnType<typeof listOwnPasskeys>>;
type Of = { app: boolean; actor: SignedIn; locale: Locale };

function passkeysOf(own: Own, { app, actor, locale }: Of): PasskeysOf {
  const required = mustHaveFactor(actor.permissions);
  const apps = app ? 1 : 0;
  const usable = apps + own.filter(({ here }) => here).length;
  const kept = own.map(({ id, name, createdAt, lastUsedAt, host, here }) => ({
    ...{ id, name, createdAt, lastUsedAt },
    elsewhere: here ? null : host,
    removable: canRemoveFactor({ all: apps + own.length - 1, usable: here ? usable - 1 : usable }, required),
  }));
  return {
    kept,
    possible: canHavePasskeys(),
    full: own.length >= mostPasskeys,
    suggested: deviceName(locale, readAgent(actor.agent)),
  };
}
