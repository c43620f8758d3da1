'use client';

import { useTranslations } from 'use-intl';

import { correctMemberAction } from '@/app/actions/members.moderation';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormCheck, FormSubmit, FormText } from '@/components/forms/form-fields';
import { Card, SectionHead } from '@/components/ui/card';

type Props = {
  memberId: string;
  name: string;
  hasPicture: boolean;
  hasBio: boolean;
  movesEmail: boolean;
  dropsPhone: boolean;
};

/** Changes for a member what they cannot change themselves, with a reason. */
export function CorrectForm({ memberId, name, hasPicture, hasBio, movesEmail, dropsPhone }: Props) {
  const t = useTranslations('staff.member.correct');
  return (
    <Card as="section">
      <SectionHead title={t('title')} lead={t('lead')} level={3} />
      <ActionForm key={name} action={correctMemberAction} hidden={{ memberId, shownName: name }} success={t('done')}>
        <FormText name="name" label={t('name')} initial={name} maxLength={50} autoComplete="off" required />
        {movesEmail && (
          <FormText name="email" type="email" label={t('email')} hint={t('emailHint')} autoComplete="off" />
        )}
        {dropsPhone && <FormCheck name="dropPhone" label={t('dropPhone')} hint={t('dropPhoneHint')} />}
        {hasPicture && <FormCheck name="clearPicture" label={t('clearPicture')} />}
        {hasBio && <FormCheck name="clearBio" label={t('clearBio')} />}
        <FormArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={2} maxLength={500} required />
        <FormSubmit variant="secondary" className="justify-self-start">
          {t('save')}
        </FormSubmit>
      </ActionForm>
    </Card>
  );
}
