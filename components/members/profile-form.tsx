'use client';

import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { Card, SectionHead } from '@/components/ui/card';
import { editProfileAction } from '@/app/actions/members';

const languages = [
  { value: 'en', label: 'English' },
  { value: 'zh', label: '简体中文' },
];

/** What others read about a member. */
export function ProfileForm({ name, bio, language }: { name: string; bio: string; language: 'en' | 'zh' }) {
  const t = useTranslations('members');
  return (
    <Card as="section">
      <SectionHead title={t('account.profile')} />
      <ActionForm action={editProfileAction} success={t('account.saved')}>
        <FormText name="name" label={t('fields.name')} initial={name} maxLength={50} autoComplete="nickname" required />
        <FormArea
          name="bio"
          label={t('fields.bio')}
          hint={t('fields.bioHint')}
          initial={bio}
          maxLength={500}
          rows={3}
        />
        <FormSelect name="language" label={t('fields.language')} options={languages} initial={language} />
        <FormSubmit className="justify-self-start">{t('account.save')}</FormSubmit>
      </ActionForm>
    </Card>
  );
}
