'use client';

import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { AskFirst } from '@/components/forms/ask-first';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { mergeIdeasAction } from '@/app/actions/feedback';
import type { Candidate } from '@/lib/feedback/queries';
import type { IdeaStage } from '@/lib/feedback/schema';

import { CandidateChoice } from './candidate-choice';

type Props = { id: string; stage: IdeaStage; votes: number; candidates: Candidate[] };

/** Joins an idea, after a question, to another one that asks for the same. */
export function MergeForm({ id, stage, votes, candidates }: Props) {
  const t = useTranslations('feedback');
  if (candidates.length === 0) return <p className="text-muted">{t('case.noCandidates')}</p>;
  return (
    <ActionForm action={mergeIdeasAction} hidden={{ ideaId: id, from: stage }} success={t('case.merged')}>
      <CandidateChoice name="intoId" legend={t('case.mergeInto')} candidates={candidates} />
      <FormText name="reason" label={t('case.mergeReason')} hint={t('case.mergeReasonHint')} maxLength={600} />
      <AskFirst open={t('case.mergeOpen')} lead={t('case.mergeAsk', { count: votes })}>
        <FormSubmit variant="danger">{t('case.merge')}</FormSubmit>
      </AskFirst>
    </ActionForm>
  );
}
