'use client';

import { useTranslations } from 'use-intl';

import { sendImportFileAction } from '@/app/actions/imports';
import { ActionForm } from '@/components/forms/action-form';
import { FileButton } from '@/components/forms/file-button';
import { FormSubmit } from '@/components/forms/form-fields';
import { FieldNotes } from '@/components/ui/field';
import { Progress } from '@/components/ui/progress';

import { useSending } from './use-sending';

const id = 'import-files';

/** Chooses files of an old shop and sends them at once, part by part; without scripts one by one, by a form. */
export function ChooseFiles() {
  const t = useTranslations('imports.shop');
  const { sending, problems, send } = useSending();
  return (
    <ActionForm action={sendImportFileAction} className="gap-3">
      <div className="relative grid gap-1.5">
        <p className="text-[0.9375rem] font-semibold">{t('files')}</p>
        <FileButton
          id={id}
          name="file"
          label={t('files')}
          accept=".csv,text/csv,text/plain"
          multiple
          onChoose={(input) => void send(input)}
        >
          {t('choose')}
        </FileButton>
        <FieldNotes id={id} hint={t('hint')} />
      </div>
      <div role="status" className="max-w-xl empty:hidden">
        {sending && (
          <Progress label={t('sending', { name: sending.name })} value={sending.sent} max={sending.bytes} showLabel />
        )}
      </div>
      <Problems words={problems} />
      <noscript>
        <p className="mb-2 text-sm text-muted">{t('formHint')}</p>
        <FormSubmit variant="secondary">{t('add')}</FormSubmit>
      </noscript>
    </ActionForm>
  );
}

function Problems({ words }: { words: string[] }) {
  if (words.length === 0) return null;
  return (
    <ul role="alert" className="grid gap-1 text-[0.9375rem] text-danger">
      {words.map((each) => (
        <li key={each} className="wrap-anywhere">
          {each}
        </li>
      ))}
    </ul>
  );
}
