'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { prepareRestoreAction } from '@/app/actions/backups';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSubmit, FormText } from '@/components/forms/form-fields';

import { Command } from './command';

type Ready = { file: string; brand: string };

// What a shell takes as one word, whatever is in it.
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** Asks for the brand's name and a reason, writes down that a restore is about to be done, and shows the command that does it. */
export function PrepareRestore({ id, folder, brand }: { id: string; folder: string; brand: string }) {
  const t = useTranslations('backups.restore');
  const [ready, setReady] = useState<Ready>();
  return (
    <details>
      <summary className="touch flex w-fit cursor-pointer items-center text-[0.9375rem] font-medium text-accent-ink">
        {t('open')}
      </summary>
      {ready ? (
        <div role="status" className="mt-2 grid max-w-2xl grid-cols-[minmax(0,1fr)] gap-2">
          <p className="font-semibold">{t('ready')}</p>
          <ol className="grid grid-cols-[minmax(0,1fr)] list-decimal gap-2 ps-5">
            <li>{t('stop')}</li>
            <li>
              {t('run')}
              <Command
                text={`npm run admin -- restore ${quoted(`${folder.replace(/\/+$/, '')}/${ready.file}`)} --replace ${quoted(ready.brand)}`}
              />
            </li>
            <li>{t('start')}</li>
          </ol>
        </div>
      ) : (
        <>
          <p className="mt-1 mb-4 max-w-prose text-[0.9375rem] text-muted">{t('lead')}</p>
          <ActionForm action={prepareRestoreAction} hidden={{ id }} onDone={setReady} className="grid max-w-2xl gap-4">
            <FormText
              name="name"
              label={t('name')}
              hint={t('nameHint', { name: brand })}
              maxLength={120}
              autoComplete="off"
            />
            <FormArea name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={500} rows={2} />
            <FormSubmit variant="secondary" className="justify-self-start">
              {t('prepare')}
            </FormSubmit>
          </ActionForm>
        </>
      )}
    </details>
  );
}
