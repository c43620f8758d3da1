'use client';

import { Star } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { useFormField } from '@/components/forms/form-context';
import { FormArea, FormSubmit } from '@/components/forms/form-fields';
import { ChoiceGroup } from '@/components/ui/choice';
import { cx } from '@/components/ui/cx';
import { answerQuestionAction } from '@/app/actions/ownership';

/** An owner's rating and words for the product that asked. */
export function AnswerForm({ promptId }: { promptId: string }) {
  const t = useTranslations('orders.answer');
  return (
    <ActionForm action={answerQuestionAction} hidden={{ promptId }} success={t('done')}>
      <Rating />
      <FormArea name="body" label={t('body')} hint={t('bodyHint')} rows={6} maxLength={2000} required />
      <FormSubmit className="w-fit">{t('send')}</FormSubmit>
    </ActionForm>
  );
}

const grades = ['1', '2', '3', '4', '5'] as const;

function Rating() {
  const t = useTranslations('orders.answer');
  const { value, error } = useFormField('rating');
  const [chosen, choose] = useState(Number(value ?? 0));
  return (
    <ChoiceGroup legend={t('rating')} error={chosen > 0 ? undefined : error}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <div className="flex">
          {grades.map((grade) => (
            <label
              key={grade}
              className="grid size-12 cursor-pointer place-items-center rounded-lg text-accent-ink hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-focus"
            >
              <input
                type="radio"
                name="rating"
                value={grade}
                checked={chosen === Number(grade)}
                onChange={() => choose(Number(grade))}
                aria-label={t(`ratings.${grade}`)}
                className="sr-only"
              />
              <Star
                aria-hidden
                className={cx('size-8 transition-colors')}
                fill={Number(grade) <= chosen ? 'currentColor' : 'none'}
                strokeWidth={1.5}
              />
            </label>
          ))}
        </div>
        <p aria-live="polite" className="font-semibold">
          {chosen > 0 && t(`ratings.${grades[chosen - 1]!}`)}
        </p>
      </div>
    </ChoiceGroup>
  );
}
