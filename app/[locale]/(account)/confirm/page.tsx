import type { Metadata } from 'next';
import { connection } from 'next/server';

import { AuthFrame } from '@/components/members/auth-frame';
import { ConfirmForm } from '@/components/members/confirm-form';
import { NewPasswordForm } from '@/components/members/new-password-form';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/link';
import { reading } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { getWaitingCode } from '@/lib/members/queries';
import { keptCodeId } from '@/lib/web/code-cookie';
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
  if (!waiting || waiting.purpose === 'CHANGE_EMAIL') return <Nothing locale={locale} />;
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

function Nothing({ locale }: { locale: Locale }) {
  const t = translator(locale, 'members');
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
