'use client';

import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { publishReleaseAction } from '@/lib/feedback/actions';

type Props = { id: string; name: string; ideas: string[] };

/** Publishes a saved release after showing once more what will ship with it. The page around it then leads to it. */
export function PublishForm({ id, name, ideas }: Props) {
  const t = useTranslations('feedback');
  return (
    <Dialog title={t('publish.title', { name })} description={t('publish.lead', { count: ideas.length })} trigger={<Button variant="primary">{t('publish.open')}</Button>}>
      <ul className="mb-5 list-disc ps-5">{ideas.map((title) => <li key={title}>{title}</li>)}</ul>
      <ActionForm action={publishReleaseAction} hidden={{ releaseId: id }}>
        <FormSubmit block>{t('publish.confirm')}</FormSubmit>
      </ActionForm>
    </Dialog>
  );
}
