import { ActionForm } from '@/components/forms/action-form';
import { Card, SectionHead } from '@/components/ui/card';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { signOutAction, signOutEverywhereAction } from '@/app/actions/members';

import { SignOutButton } from './sign-out-button';

/** Two ways out: of this browser, or of every one. */
export function SessionForms({ locale }: { locale: Locale }) {
  const t = translator(locale, 'members');
  return (
    <Card as="section">
      <SectionHead title={t('account.sessions')} lead={t('account.sessionsLead')} />
      <div className="flex flex-wrap gap-3">
        <ActionForm action={signOutAction} hidden={{ locale }}>
          <SignOutButton variant="secondary">{t('account.signOut')}</SignOutButton>
        </ActionForm>
        <ActionForm action={signOutEverywhereAction} hidden={{ locale }}>
          <SignOutButton variant="danger">{t('account.everywhere')}</SignOutButton>
        </ActionForm>
      </div>
    </Card>
  );
}
