'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { FormSelect, FormSubmit } from '@/components/forms/form-fields';
import { InZone, MomentField } from '@/components/forms/moment-field';
import { Card, SectionHead } from '@/components/ui/card';

type Props = { status: 'DRAFT' | 'ACTIVE' | 'ARCHIVED'; publishAt: string | null };

const choices = {
  DRAFT: ['DRAFT', 'SCHEDULED', 'ACTIVE'],
  ACTIVE: ['ACTIVE', 'ARCHIVED'],
  ARCHIVED: ['ARCHIVED', 'ACTIVE'],
} as const;

/** Where a product stands, and where it can go from there. */
export function StatusCard({ status, publishAt }: Props) {
  const t = useTranslations('catalog.edit');
  const [state, setState] = useState<string>(publishAt ? 'SCHEDULED' : status);
  return (
    <Card as="section">
      <SectionHead title={t('status')} level={3} />
      <div className="grid gap-5">
        <FormSelect
          name="state"
          label={t('status')}
          hideLabel
          initial={publishAt ? 'SCHEDULED' : status}
          options={choices[status].map((value) => ({ value, label: t(`states.${value}`) }))}
          onChange={(event) => setState(event.target.value)}
        />
        <p aria-live="polite" className="text-[0.9375rem] text-muted">
          {t(`stateMeans.${state as 'DRAFT'}`)}
        </p>
        {state === 'SCHEDULED' && (
          <InZone>
            <MomentField
              name="publishAt"
              label={t('publishAt')}
              initial={publishAt ? new Date(publishAt) : undefined}
            />
          </InZone>
        )}
        <FormSubmit block>{t('save')}</FormSubmit>
      </div>
    </Card>
  );
}
