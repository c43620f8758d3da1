import { acceptInvitationAction, joinTeamAction, signOutAction } from '@/app/actions/members';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { ButtonLink } from '@/components/ui/button';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';

import { AccountFields } from './account-fields';
import { SignOutButton } from './sign-out-button';

type Props = {
  locale: Locale;
  email: string;
  /** Who is signed in, and whether the invitation is theirs. */
  me: { handle: string; fits: boolean } | null;
  /** Whether the address has an account. */
  known: boolean;
};

/** What somebody who opened an invitation does next. */
export function InvitationAnswer({ locale, email, me, known }: Props) {
  const t = translator(locale, 'members');
  if (me?.fits)
    return (
      <ActionForm action={acceptInvitationAction} hidden={{ locale }}>
        <FormSubmit block size="lg">
          {t('invitation.accept', { handle: me.handle })}
        </FormSubmit>
      </ActionForm>
    );
  if (me)
    return (
      <Said title={t('invitation.otherTitle')} body={t('invitation.other', { handle: me.handle, email })}>
        <ActionForm action={signOutAction} hidden={{ locale }}>
          <SignOutButton variant="secondary">{t('invitation.signOut')}</SignOutButton>
        </ActionForm>
      </Said>
    );
  if (known)
    return (
      <Said title={t('invitation.knownTitle')} body={t('invitation.known', { email })}>
        <ButtonLink href={inLocale(locale, paths.signIn(inLocale(locale, paths.invitation())))} variant="primary">
          {t('signIn.submit')}
        </ButtonLink>
      </Said>
    );
  return (
    <ActionForm action={joinTeamAction} hidden={{ locale }}>
      <AccountFields locale={locale} email={email} />
      <FormSubmit block size="lg">
        {t('invitation.join')}
      </FormSubmit>
    </ActionForm>
  );
}

function Said({ title, body, children }: { title: string; body: string; children: React.ReactNode }) {
  return (
    <>
      <h2 className="text-subheading">{title}</h2>
      <p className="mt-2 mb-5 wrap-anywhere text-muted">{body}</p>
      {children}
    </>
  );
}
