import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { Card, SectionHead } from '@/components/ui/card';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { endOtherSessionsAction, signOutAction, signOutEverywhereAction } from '@/app/actions/members';
import type { SeenSession } from '@/lib/members/queries/sessions';

import { SessionList } from './session-list';
import { SignOutButton } from './sign-out-button';

type Props = { locale: Locale; sessions: SeenSession[]; own?: string };

/** Where a member is signed in, and the ways out: of one device, of all but this one, or of every one. */
export function SessionForms({ locale, sessions, own }: Props) {
  const t = translator(locale, 'members');
  return (
    <Card as="section">
      <SectionHead title={t('account.sessions')} lead={t('account.sessionsLead')} />
      <SessionList locale={locale} sessions={sessions} own={own} />
      <div className="flex flex-wrap gap-3">
        <ActionForm action={signOutAction} hidden={{ locale }}>
          <SignOutButton variant="secondary">{t('account.signOut')}</SignOutButton>
        </ActionForm>
        {sessions.some(({ id }) => id !== own) && (
          <ActionForm action={endOtherSessionsAction} hidden={{ locale }}>
            <FormSubmit variant="secondary">{t('account.others')}</FormSubmit>
          </ActionForm>
        )}
        <ActionForm action={signOutEverywhereAction} hidden={{ locale }}>
          <SignOutButton variant="danger">{t('account.everywhere')}</SignOutButton>
        </ActionForm>
      </div>
    </Card>
  );
}
