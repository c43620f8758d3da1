'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { changeViewAction, deleteViewAction, saveViewAction } from '@/app/actions/lists';
import { ActionForm } from '@/components/forms/action-form';
import { AskFirst } from '@/components/forms/ask-first';
import { FormCheck, FormSubmit, FormText } from '@/components/forms/form-fields';
import { Bookmark } from '@/components/ui/icons';

/** Keeps a list's address under a name. */
export function SaveViewForm({ list, query }: { list: string; query: string }) {
  const t = useTranslations('lists.views');
  return (
    <Fold title={t('save')}>
      <ActionForm action={saveViewAction} hidden={{ list, query }} success={t('saved')} className="mt-2 max-w-xl gap-3">
        <NameAndShare />
        <FormSubmit size="sm" className="justify-self-start">
          {t('saveDo')}
        </FormSubmit>
      </ActionForm>
    </Fold>
  );
}

type Props = { id: string; name: string; shared: boolean };

/** Renames, shares or deletes one's own view. */
export function ChangeViewForm({ id, name, shared }: Props) {
  const t = useTranslations('lists.views');
  return (
    <Fold title={t('change')}>
      <ActionForm action={changeViewAction} hidden={{ id }} success={t('saved')} className="mt-2 max-w-xl gap-3">
        <NameAndShare name={name} shared={shared} />
        <FormSubmit variant="secondary" size="sm" className="justify-self-start">
          {t('saveDo')}
        </FormSubmit>
      </ActionForm>
      <AskFirst
        open={t('deleteOpen')}
        lead={t('deleteLead', { name, shared: String(shared) })}
        size="sm"
        className="mt-3"
      >
        <ActionForm action={deleteViewAction} hidden={{ id }} className="gap-0">
          <FormSubmit variant="danger" size="sm" className="justify-self-start">
            {t('delete')}
          </FormSubmit>
        </ActionForm>
      </AskFirst>
    </Fold>
  );
}

function NameAndShare({ name, shared }: Partial<Props>) {
  const t = useTranslations('lists.views');
  return (
    <>
      <FormText name="name" label={t('name')} hint={t('keeps')} initial={name} maxLength={40} required />
      <FormCheck name="shared" label={t('shared')} hint={t('sharedHint')} initial={shared} />
    </>
  );
}

function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details>
      <summary className="touch inline-flex w-fit cursor-pointer items-center gap-1.5 rounded-md py-1 text-sm text-muted">
        <Bookmark aria-hidden className="size-4" />
        {title}
      </summary>
      {children}
    </details>
  );
}
