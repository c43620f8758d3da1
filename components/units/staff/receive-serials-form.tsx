'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { receiveSerialsAction } from '@/app/actions/units';
import { ActionForm } from '@/components/forms/action-form';
import { usePostedDone } from '@/components/forms/posted-done';
import { FormArea, FormSubmit } from '@/components/forms/form-fields';
import { Notice } from '@/components/ui/notice';
import type { ReceivedSerials } from '@/lib/units/commands/receive-serials';

/** Registers the devices of a delivery by their serials, and names each line that was refused. */
export function ReceiveSerialsForm({ variantId }: { variantId: string }) {
  const t = useTranslations('units.receive');
  const [received, setReceived] = useState(usePostedDone<ReceivedSerials>('wrong'));
  return (
    <div className="grid gap-5">
      <ActionForm
        action={receiveSerialsAction}
        hidden={{ variantId }}
        clear
        onDone={setReceived}
        className="grid gap-5"
      >
        <FormArea
          name="serials"
          label={t('serials')}
          rows={5}
          maxLength={100_000}
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
          required
        />
        <FormSubmit variant="secondary" className="justify-self-start">
          {t('button')}
        </FormSubmit>
      </ActionForm>
      {received && (
        <Notice tone={received.wrong.length > 0 ? 'warning' : 'positive'}>
          <p>{t('done', { made: received.made })}</p>
          {received.wrong.length > 0 && (
            <>
              <p>{t('wrong', { count: received.wrong.length })}</p>
              <ul className="mt-1 max-h-60 overflow-y-auto">
                {received.wrong.map(({ row, text, why }) => (
                  <li key={row} className="wrap-anywhere">
                    {t('row', { row, text })} ({t(`why.${why}`)})
                  </li>
                ))}
              </ul>
            </>
          )}
        </Notice>
      )}
    </div>
  );
}
