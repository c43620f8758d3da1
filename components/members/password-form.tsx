'use client';

import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { Card, SectionHead } from '@/components/ui/card';
import { changePasswordAction } from '@/app/actions/members';

import { PasswordField } from './password-field';
import { OwnProof, type Proof } from './phone/own-proof';

/** A new password; members who came by a provider set their first one here. */
export function PasswordForm({ proof, handle }: { proof: Proof; handle: string }) {
  const t = useTranslations('members');
  return (
    <Card as="section">
      <SectionHead title={t('account.password')} lead={t('account.passwordLead')} />
      <ActionForm action={changePasswordAction} success={t('account.passwordDone')} clear>
        <input type="hidden" name="username" autoComplete="username" value={handle} readOnly />
        <OwnProof proof={proof} />
        <PasswordField
          name="password"
          label={t('fields.newPassword')}
          hint={t('fields.passwordHint')}
          autoComplete="new-password"
        />
        <FormSubmit variant="secondary" className="justify-self-start">
          {t('account.passwordSet')}
        </FormSubmit>
      </ActionForm>
    </Card>
  );
}
