'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { movePageAction } from '@/app/actions/pages';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';

/** Moves a page by one place. */
export function MovePage({ pageId, to, title }: { pageId: string; to: 'up' | 'down'; title: string }) {
  const label = useTranslations('pagesStaff')(`move.${to}`, { title });
  const Icon = to === 'up' ? ArrowUp : ArrowDown;
  return (
    <ActionForm action={movePageAction} hidden={{ pageId, to }}>
      <FormSubmit variant="quiet" aria-label={label} title={label}>
        <Icon aria-hidden className="size-4.5" />
      </FormSubmit>
    </ActionForm>
  );
}
