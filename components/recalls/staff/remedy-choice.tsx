'use client';

import { useTranslations } from 'use-intl';

import { useFormField } from '@/components/forms/form-context';
import { Checkbox, ChoiceGroup } from '@/components/ui/choice';
import { remedies, type RecallRemedy } from '@/lib/recalls/schema';

/** What a recall offers. */
export function RemedyChoice({ initial }: { initial: readonly RecallRemedy[] }) {
  const t = useTranslations('recalls');
  const { error } = useFormField('remedies');
  return (
    <ChoiceGroup legend={t('staff.form.remedies')} hint={t('staff.form.remediesHint')} error={error}>
      {remedies.map((remedy) => (
        <Checkbox
          key={remedy}
          name="remedies"
          value={remedy}
          label={t(`own.remedies.${remedy}`)}
          defaultChecked={initial.includes(remedy)}
        />
      ))}
    </ChoiceGroup>
  );
}
