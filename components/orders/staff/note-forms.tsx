'use client';

import { useTranslations } from 'use-intl';

import { noteOrderAction, removeNoteAction } from '@/app/actions/orders';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSubmit } from '@/components/forms/form-fields';
import { TakeBackFold } from '@/components/forms/take-back-fold';

/** Writes a note about an order. `once` is new with each page. */
export function NoteForm({ number, once }: { number: string; once: string }) {
  const t = useTranslations('orders.staff.notes');
  return (
    <ActionForm key={once} action={noteOrderAction} hidden={{ number, once }} clear className="gap-3">
      <FormArea name="text" label={t('label')} rows={3} maxLength={2000} required />
      <div>
        <FormSubmit variant="secondary">{t('add')}</FormSubmit>
      </div>
    </ActionForm>
  );
}

/** Takes back a note of one's own. */
export function RemoveNote({ noteId }: { noteId: string }) {
  const t = useTranslations('orders.staff.notes');
  return (
    <TakeBackFold
      action={removeNoteAction}
      hidden={{ noteId }}
      words={{ ask: t('remove'), lead: t('removeLead'), yes: t('remove') }}
    />
  );
}
