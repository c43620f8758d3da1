'use client';

import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import { use } from 'react';
import { useTranslations } from 'use-intl';

import { checkSenderAction } from '@/app/actions/notifications';
import { ActionForm } from '@/components/forms/action-form';
import { FormContext } from '@/components/forms/form-context';
import { FormSubmit, FormText } from '@/components/forms/form-fields';

type RecordState = 'right' | 'watching' | 'missing' | 'twice' | 'revoked' | 'unknown' | 'unasked';
type Found = Record<'spf' | 'dkim' | 'dmarc', RecordState> & { domain: string };

/** Looks up what the domain of the sender says of its mail, and explains each record; also without scripts. */
export function CheckSender() {
  const t = useTranslations('notifications.mailSettings');
  return (
    <ActionForm action={checkSenderAction} className="max-w-2xl">
      <FormText
        name="selector"
        label={t('selector')}
        hint={t('selectorHint')}
        maxLength={63}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <FormSubmit variant="secondary" className="justify-self-start">
        {t('check')}
      </FormSubmit>
      <Records />
    </ActionForm>
  );
}

function Records() {
  const t = useTranslations('notifications.mailSettings');
  const { outcome } = use(FormContext);
  if (outcome.status !== 'done') return null;
  const { domain, ...records } = outcome.data as Found;
  return (
    <dl role="status" className="grid gap-5 border-t border-line pt-5">
      {(['spf', 'dkim', 'dmarc'] as const).map((name) => (
        <div key={name} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
          <Sign state={records[name]} />
          <dt className="font-semibold">{t(`records.${name}`)}</dt>
          <dd className="col-start-2 text-muted wrap-anywhere">
            {t(`${name}.${records[name]}` as 'spf.right', { domain })}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Sign({ state }: { state: RecordState }) {
  if (state === 'right') return <CircleCheck aria-hidden className="mt-0.5 size-5 text-positive" />;
  if (state === 'unasked' || state === 'unknown')
    return <CircleDashed aria-hidden className="mt-0.5 size-5 text-muted" />;
  return <CircleAlert aria-hidden className="mt-0.5 size-5 text-danger" />;
}
