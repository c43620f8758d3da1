'use client';

import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { noteVoiceAction } from '@/app/actions/ownership';

/** Lays an owner's answer aside as read; the owner is told so. */
export function NoteVoice({ id }: { id: string }) {
  const t = useTranslations('feedback');
  return (
    <ActionForm action={noteVoiceAction} hidden={{ voiceId: id }}>
      <FormSubmit size="sm" variant="secondary" className="justify-self-start">
        {t('voices.note')}
      </FormSubmit>
    </ActionForm>
  );
}
