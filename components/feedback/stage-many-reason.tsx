'use client';

import { useTranslations } from 'use-intl';

import { FormArea } from '@/components/forms/form-fields';

/** The words that go to everybody who asked for one of the chosen ideas. */
export function StageManyReason({ needed }: { needed: boolean }) {
  const t = useTranslations('feedback');
  return (
    <FormArea
      name="reason"
      rows={3}
      maxLength={600}
      required={needed}
      label={t('case.reason')}
      hint={t(needed ? 'triage.bulk.declineHint' : 'triage.bulk.reasonHint')}
    />
  );
}
