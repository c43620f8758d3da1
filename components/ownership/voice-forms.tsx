'use client';

import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { voiceToIdeaAction } from '@/app/actions/feedback';
import { linkVoiceAction } from '@/app/actions/ownership';
import type { Candidate } from '@/lib/feedback/queries';

import { CandidateChoice } from '@/components/feedback/candidate-choice';

/** Lets an owner's answer speak for an idea that is there already. */
export function LinkVoice({ id, candidates }: { id: string; candidates: Candidate[] }) {
  const t = useTranslations('feedback');
  if (candidates.length === 0) return <p className="text-muted">{t('case.noCandidates')}</p>;
  return (
    <ActionForm action={linkVoiceAction} hidden={{ voiceId: id }}>
      <CandidateChoice name="ideaId" legend={t('voices.linkTo')} candidates={candidates} />
      <FormSubmit className="justify-self-start">{t('voices.link')}</FormSubmit>
    </ActionForm>
  );
}

/** Makes an idea of an owner's answer, in the owner's name. */
export function VoiceToIdea({ id, name }: { id: string; name: string }) {
  const t = useTranslations('feedback');
  return (
    <ActionForm action={voiceToIdeaAction} hidden={{ voiceId: id }}>
      <FormText name="title" maxLength={140} required label={t('make.title')} hint={t('voices.titleHint', { name })} />
      <FormSelect
        name="kind"
        initial="IDEA"
        label={t('make.kind')}
        options={[
          { value: 'IDEA', label: t('ideaKind.IDEA') },
          { value: 'REPORT', label: t('ideaKind.REPORT') },
        ]}
      />
      <FormSubmit variant="secondary" className="justify-self-start">
        {t('voices.make')}
      </FormSubmit>
    </ActionForm>
  );
}
