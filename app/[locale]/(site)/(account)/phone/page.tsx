import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';

import { AuthFrame } from '@/components/members/auth-frame';
import { EnterPhoneForm } from '@/components/members/phone/enter-phone-form';
import { JoinPhoneForm } from '@/components/members/phone/join-phone-form';
import { KeepPhoneForm } from '@/components/members/phone/keep-phone-form';
import { LawLinks } from '@/components/pages/law-links';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/link';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { currentOpening } from '@/lib/core/opening';
import { inLocale } from '@/lib/core/paths';
import { shownPhone } from '@/lib/members/phone/number';
import { openCountries } from '@/lib/members/phone/open-countries';
import { getWaitingPhone } from '@/lib/members/queries/phone';
import { paths } from '@/lib/paths';
import { keptCodeId } from '@/lib/web/code-cookie';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { linkedPages } from '@/lib/web/pages';
import { localeOf, pageQuery } from '@/lib/web/params';
import { nextIn } from '@/lib/web/safe-next';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  return memberMetadata(translator(locale, 'members')('phone.codeTitle'));
}

/** Where a code that went to a phone is typed, and what is asked after it. Where no provider is set up there is no such page. */
export default async function PhonePage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const next = nextIn(await pageQuery(searchParams));
  await connection();
  if ((await openCountries()).length === 0) notFound();
  const waiting = await getWaitingPhone(reading(), { codeId: await keptCodeId('phone') });
  if (!waiting) return <Nothing locale={locale} next={next} />;
  const { step } = waiting;
  const phone = shownPhone(waiting.phone);
  if (step === 'code') return <Code locale={locale} next={next} phone={phone} />;
  const joins = (await currentOpening()).open;
  return step === 'new' ? (
    <New locale={locale} next={next} phone={phone} joins={joins} />
  ) : (
    <Question locale={locale} next={next} phone={phone} joins={joins} />
  );
}

type StepProps = { locale: Locale; next?: string; phone: string };
type Joining = { joins: boolean };

function Code({ locale, next, phone }: StepProps) {
  const t = translator(locale, 'members');
  return (
    <AuthFrame title={t('phone.codeTitle')} lead={t('phone.codeLead', { phone })} illustration="confirmation">
      <EnterPhoneForm locale={locale} next={next} />
    </AuthFrame>
  );
}

function New({ locale, next, phone, joins }: StepProps & Joining) {
  const t = translator(locale, 'members');
  return (
    <AuthFrame title={t('phone.newTitle')} lead={t('phone.newLead', { phone })} illustration="owners">
      <Join locale={locale} next={next} joins={joins} />
    </AuthFrame>
  );
}

// A number that an account has not proved for long may be somebody else's by now.
function Question({ locale, next, phone, joins }: StepProps & Joining) {
  const t = translator(locale, 'members');
  return (
    <AuthFrame title={t('phone.questionTitle')} lead={t('phone.questionLead', { phone })} illustration="confirmation">
      <div className="grid gap-6">
        <p className="text-muted">{t('phone.mineLead')}</p>
        <KeepPhoneForm locale={locale} next={next} />
        <details className="border-t border-line pt-5">
          <summary className="touch flex w-fit cursor-pointer items-center font-medium text-accent-ink hover:underline hover:underline-offset-4">
            {t('phone.notMine')}
          </summary>
          <p className="mt-2 mb-5 text-muted">{t('phone.notMineLead')}</p>
          <Join locale={locale} next={next} joins={joins} />
        </details>
      </div>
    </AuthFrame>
  );
}

async function Join({ locale, next, joins }: Omit<StepProps, 'phone'> & Joining) {
  if (!joins) return <p className="text-muted">{translator(locale, 'members')('phone.closed')}</p>;
  return (
    <JoinPhoneForm locale={locale} next={next}>
      <LawLinks
        law={(await linkedPages()).law}
        kinds={['TERMS', 'PRIVACY']}
        lead={translator(locale, 'lawLinks')('join')}
        locale={locale}
      />
    </JoinPhoneForm>
  );
}

function Nothing({ locale, next }: { locale: Locale; next?: string }) {
  const t = translator(locale, 'members');
  const action = (
    <ButtonLink href={inLocale(locale, paths.signIn(next, 'phone'))} variant="primary">
      {t('phone.ask')}
    </ButtonLink>
  );
  return (
    <div className="page">
      <EmptyState level={1} illustration="mailbox" title={t('confirm.goneTitle')} action={action}>
        <p>{t('phone.gone')}</p>
        <p className="mt-3">
          <TextLink href={inLocale(locale, paths.signIn(next, 'email'))}>{t('phone.byEmail')}</TextLink>
        </p>
      </EmptyState>
    </div>
  );
}
