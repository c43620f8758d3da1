import type { Metadata } from 'next';

import { firstAdminAction, openSetupAction } from '@/app/actions/members';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { AccountFields } from '@/components/members/account-fields';
import { AuthFrame } from '@/components/members/auth-frame';
import { KeyForm } from '@/components/members/key-form';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { hasAdmin } from '@/lib/members/queries/admins';
import { opensSetup } from '@/lib/members/setup-key';
import { translator } from '@/lib/web/i18n';
import { keptKey } from '@/lib/web/key-cookie';
import { memberMetadata } from '@/lib/web/metadata';
import { localeOf } from '@/lib/web/params';
import { currentActor } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  return { ...memberMetadata(translator(locale, 'members')('setup.title')), referrer: 'no-referrer' };
}

/** Where the first administrator is made, by the one-time address from the terminal. */
export default async function SetupPage({ params }: Props) {
  const locale = await localeOf(params);
  const now = reading(await currentActor());
  if (await hasAdmin(now)) return <Done locale={locale} />;
  const t = translator(locale, 'members');
  const key = await keptKey('setup');
  if (!key || !(await opensSetup(now, key)))
    return (
      <AuthFrame title={t('setup.title')} lead={t('setup.keyLead')}>
        <KeyForm
          action={openSetupAction}
          locale={locale}
          label={t('setup.key')}
          hint={t('setup.keyHint')}
          submit={t('setup.open')}
        />
      </AuthFrame>
    );
  return (
    <AuthFrame title={t('setup.title')} lead={t('setup.lead')} illustration="owners">
      <ActionForm action={firstAdminAction} hidden={{ locale }}>
        <AccountFields locale={locale} />
        <FormSubmit block size="lg">
          {t('setup.submit')}
        </FormSubmit>
      </ActionForm>
    </AuthFrame>
  );
}

function Done({ locale }: { locale: Locale }) {
  const t = translator(locale, 'members');
  const action = (
    <ButtonLink href={inLocale(locale, paths.signIn(inLocale(locale, paths.staff())))} variant="primary">
      {t('signIn.submit')}
    </ButtonLink>
  );
  return (
    <div className="page">
      <EmptyState level={1} title={t('setup.doneTitle')} action={action}>
        {t('setup.done')}
      </EmptyState>
    </div>
  );
}
