'use client';

import { useTranslations } from 'use-intl';

import { dropBulkAction, startBulkAction, stopBulkAction } from '@/app/actions/lists';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { CircleX } from '@/components/ui/icons';
import type { ReactNode } from 'react';

/** Begins an act on the rows of its draft, with what its kind asks for. */
export function StartBulk({ id, label, children }: { id: string; label: string; children?: ReactNode }) {
  return (
    <ActionForm action={startBulkAction} hidden={{ id }} className="max-w-xl gap-4">
      {children}
      <FormSubmit className="justify-self-start">{label}</FormSubmit>
    </ActionForm>
  );
}

/** Throws a draft away and goes back to the list. */
export function DropBulk({ id, list, locale }: { id: string; list: string; locale: string }) {
  const t = useTranslations('lists.bulk');
  return (
    <ActionForm action={dropBulkAction} hidden={{ id, list, locale }} className="gap-0">
      <FormSubmit variant="quiet" className="justify-self-start">
        {t('drop')}
      </FormSubmit>
    </ActionForm>
  );
}

/** Stops an act where it is. */
export function StopBulk({ id }: { id: string }) {
  const t = useTranslations('lists.bulk');
  return (
    <ActionForm action={stopBulkAction} hidden={{ id }} className="gap-2">
      <p className="text-sm text-muted">{t('stopBody')}</p>
      <FormSubmit variant="danger" size="sm" icon={<CircleX aria-hidden />} className="justify-self-start">
        {t('stop')}
      </FormSubmit>
    </ActionForm>
  );
}
