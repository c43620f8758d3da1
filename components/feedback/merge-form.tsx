'use client';

import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { mergeIdeasAction } from '@/app/actions/feedback';
import type { Candidate } from '@/lib/feedback/queries';
import type { IdeaStage } from '@/lib/feedback/schema';

import { CandidateChoice } from './candidate-choice';

/** Joins an idea to another one that asks for the same. */
export function MergeForm({ id, stage, candidates }: { id: string; stage: IdeaStage; candidates: Candidate[] }) {
  const t = useTranslations('feedback');
  if (candidates.length === 0) return <p className="text-muted">{t('case.noCandidates')}</p>;
  return (
    <ActionForm action={mergeIdeasAction} hidden={{ ideaId: id, from: stage }} success={t('case.merged')}>
      <CandidateChoice name="intoId" legend={t('case.mergeInto')} candidates={candidates} />
      <FormText name="reason" label={t('case.mergeReason')} hint={t('case.mergeReasonHint')} maxLength={600} />
      <FormSubmit variant="secondary" className="justify-self-start">
        {t('case.merge')}
      </FormSubmit>
    </ActionForm>
  );
}
