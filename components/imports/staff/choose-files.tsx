'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';

import { sendImportFileAction } from '@/app/actions/imports';
import { ActionForm } from '@/components/forms/action-form';
import { FileButton } from '@/components/forms/file-button';
import { FormSubmit } from '@/components/forms/form-fields';
import { FieldNotes } from '@/components/ui/field';
import { Progress } from '@/components/ui/progress';
import { mostImportFiles } from '@/lib/imports/choices';

import { sendFile, type Sending } from './send-file';

type Props = { name?: string };

/** Chooses files of an old shop and sends them at once, part by part; without scripts one by one, by a form. */
export function ChooseFiles({ name = 'file' }: Props) {
  const t = useTranslations('imports.shop');
  const say = useTranslations('errors') as unknown as {
    (code: string, values?: object): string;
    has(code: string): boolean;
  };
  const router = useRouter();
  const [sending, setSending] = useState<Sending | null>(null);
  const [problems, setProblems] = useState<string[]>([]);
  const busy = useRef(false);

  async function choose(input: HTMLInputElement): Promise<void> {
    const files = [...(input.files ?? [])].slice(0, mostImportFiles);
    input.value = '';
    if (busy.current || files.length === 0) return;
    busy.current = true;
    setProblems([]);
    const found: string[] = [];
    for (const file of files) {
      const refused = await sendFile(file, setSending);
      if (!refused) continue;
      const words =
        refused.code === 'lost' ? t('lost') : say.has(refused.code) ? say(refused.code, refused.values) : say('failed');
      found.push(`${file.name}: ${words}`);
      if (refused.code === 'lost') break;
    }
    setProblems(found);
    setSending(null);
    busy.current = false;
    router.refresh();
  }

  return (
    <ActionForm action={sendImportFileAction} className="gap-3">
      <div className="relative grid gap-1.5">
        <p className="text-[0.9375rem] font-semibold">{t('files')}</p>
        <FileButton
          id="import-files"
          name={name}
          label={t('files')}
          accept=".csv,text/csv,text/plain"
          multiple
          onChoose={(input) => void choose(input)}
        >
          {t('choose')}
        </FileButton>
        <FieldNotes id="import-files" hint={t('hint')} />
      </div>
      <div role="status" aria-live="polite" className="empty:hidden">
        {sending && (
          <Progress
            label={t('sending', { name: sending.name })}
            value={sending.sent}
            max={sending.bytes}
            showLabel
            className="max-w-xl"
          />
        )}
      </div>
      {problems.length > 0 && (
        <ul role="alert" className="grid gap-1 text-[0.9375rem] text-danger">
          {problems.map((words) => (
            <li key={words} className="wrap-anywhere">
              {words}
            </li>
          ))}
        </ul>
      )}
      <noscript>
        <p className="mb-2 text-sm text-muted">{t('formHint')}</p>
        <FormSubmit variant="secondary">{t('add')}</FormSubmit>
      </noscript>
    </ActionForm>
  );
}
