import type { Metadata } from 'next';
import { connection } from 'next/server';

import { AuthFrame } from '@/components/members/auth-frame';
import { ConfirmForm } from '@/components/members/confirm-form';
import { NewPasswordForm } from '@/components/members/new-password-form';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/link';
import { isMember, type Actor, type SignedIn } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { getOwnProfile, getWaitingCode } from '@/lib/members/queries';
import { keptCodeId } from '@/lib/web/code-cookie';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { localeOf, pageQuery } from '@/lib/web/params';
import { nextIn } from '@/lib/web/safe-next';
import { currentActor } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  return memberMetadata(translator(locale, 'members')('confirm.title'));
}

/** Where a mailed code is typed: the end of a sign-up, or of a forgotten password. */
export default async function ConfirmPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const next = nextIn(await pageQuery(searchParams));
  const t = translator(locale, 'members');
  await connection();
  const codeId = await keptCodeId();
  const waiting = await getWaitingCode(reading(), { codeId });
  if (!waiting || waiting.purpose === 'CHANGE_EMAIL')
    return <Nothing actor={await currentActor()} locale={locale} next={next} />;
  const resets = waiting.purpose === 'RESET_PASSWORD';
  const { email } = waiting;
  return (
    <AuthFrame
      title={resets ? t('confirm.resetTitle') : t('confirm.title')}
      lead={
        <span className="wrap-anywhere">
          {resets ? t('confirm.resetLead', { email }) : t('confirm.lead', { email })}
        </span>
      }
      illustration="mailbox"
      foot={env.embedded && <TextLink href={inLocale(locale, paths.mailbox())}>{t('confirm.mailbox')}</TextLink>}
    >
      {resets ? (
        <NewPasswordForm locale={locale} next={next} email={email} />
      ) : (
        <ConfirmForm locale={locale} next={next} handle={waiting.handle ?? ''} />
      )}
    </AuthFrame>
  );
}

// A member whose address is not confirmed has an account already: the code for a new password confirms it.
async function Nothing({ actor, locale, next }: { actor: Actor; locale: Locale; next?: string }) {
  const t = translator(locale, 'members');
  if (isMember(actor)) return <NothingForMember actor={actor} locale={locale} next={next} />;
  const action = (
    <>
      <ButtonLink href={inLocale(locale, paths.signUp())} variant="primary">
        {t('signIn.signUp')}
      </ButtonLink>
      <ButtonLink href={inLocale(locale, paths.forgot())}>{t('signIn.forgot')}</ButtonLink>
    </>
  );
  return (
    <div className="page">
      <EmptyState level={1} illustration="mailbox" title={t('confirm.goneTitle')} action={action}>
        {t('confirm.gone')}
      </EmptyState>
    </div>
  );
}

async function NothingForMember({ actor, locale, next }: { actor: SignedIn; locale: Locale; next?: string }) {
  const t = translator(locale, 'members');
  const { confirmed } = actor;
  if (!confirmed && (await getOwnProfile(reading(actor), { memberId: actor.id })).email === null)
    return <NoAddress locale={locale} />;
  const action = confirmed ? (
    <ButtonLink href={inLocale(locale, paths.home())} variant="primary">
      {t('confirm.toHome')}
    </ButtonLink>
  ) : (
    <ButtonLink href={inLocale(locale, paths.forgot(next))} variant="primary">
      {t('forgot.submit')}
    </ButtonLink>
  );
  return (
    <div className="page">
      <EmptyState
        level={1}
        illustration="confirmation"
        title={t(confirmed ? 'confirm.doneTitle' : 'confirm.againTitle')}
        action={action}
      >
        {t(confirmed ? 'confirm.done' : 'confirm.again')}
      </EmptyState>
    </div>
  );
}

// Who came by a provider that knows no addresses.
function NoAddress({ locale }: { locale: Locale }) {
  const t = translator(locale, 'members');
  const action = (
    <ButtonLink href={inLocale(locale, paths.profile())} variant="primary">
      {t('confirm.addAction')}
    </ButtonLink>
  );
  return (
    <div className="page">
      <EmptyState level={1} illustration="mailbox" title={t('confirm.addTitle')} action={action}>
        {t('confirm.addLead')}
      </EmptyState>
    </div>
  );
}
