'use client';

import { useTranslations } from 'use-intl';

import { useFormField } from '@/components/forms/form-context';
import { ChoiceGroup } from '@/components/ui/choice';
import { RadioCard } from '@/components/ui/radio-card';
import type { Candidate } from '@/lib/feedback/queries';

/** Ideas to choose one from, in a form. */
export function CandidateChoice({
  name,
  legend,
  candidates,
}: {
  name: string;
  legend: string;
  candidates: Candidate[];
}) {
  const t = useTranslations('feedback');
  const { error } = useFormField(name);
  return (
    <ChoiceGroup legend={legend} error={error}>
      {candidates.map(({ id, title, votes, stage, isPublic }) => (
        <RadioCard
          key={id}
          name={name}
          value={id}
          label={title}
          hint={
            isPublic ? t(`stage.${stage as 'NEW'}`) : t('case.closedCandidate', { stage: t(`stage.${stage as 'NEW'}`) })
          }
          aside={t('vote.short', { count: votes })}
        />
      ))}
    </ChoiceGroup>
  );
}
