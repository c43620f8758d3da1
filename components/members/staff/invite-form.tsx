'use client';

import { useTranslations } from 'use-intl';

import { inviteAction, inviteAgainAction, withdrawInvitationAction } from '@/app/actions/members';
import { ActionForm } from '@/components/forms/action-form';
import { AskFirst } from '@/components/forms/ask-first';
import { FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';

const languages = [
  { value: 'en', label: 'English' },
  { value: 'zh', label: '简体中文' },
];

/** Invites an address to a role. */
export function InviteForm({ roles }: { roles: { value: string; label: string }[] }) {
  const t = useTranslations('staff.teamPage');
  return (
    <ActionForm action={inviteAction} success={t('invited')} clear>
      <div className="grid gap-4 sm:grid-cols-3">
        <FormText name="email" type="email" label={t('email')} autoComplete="off" required />
        <FormSelect name="role" label={t('role')} options={roles} />
        <FormSelect name="language" label={t('language')} options={languages} />
      </div>
      <FormSubmit className="justify-self-start">{t('invite')}</FormSubmit>
    </ActionForm>
  );
}

/** Sends an open invitation again, or takes it back after a question. */
export function InvitationForms({ invitationId, email }: { invitationId: string; email: string }) {
  const t = useTranslations('staff.teamPage');
  return (
    <div className="flex flex-wrap items-start gap-2 sm:justify-end">
      <ActionForm action={inviteAgainAction} hidden={{ invitationId }} success={t('againDone')} className="gap-2">
        <FormSubmit variant="secondary" size="sm" className="justify-self-start">
          {t('again')}
        </FormSubmit>
      </ActionForm>
      <AskFirst open={t('withdrawOpen')} lead={t('withdrawLead', { email })} size="sm">
        <ActionForm action={withdrawInvitationAction} hidden={{ invitationId }} className="gap-2">
          <FormSubmit variant="danger" size="sm" className="justify-self-start">
            {t('withdraw')}
          </FormSubmit>
        </ActionForm>
      </AskFirst>
    </div>
  );
}
