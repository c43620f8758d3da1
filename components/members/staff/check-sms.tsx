'use client';

import { CircleAlert, CircleCheck } from 'lucide-react';
import { use } from 'react';
import { useTranslations } from 'use-intl';

import { checkSmsAction, sendTestSmsAction } from '@/app/actions/members.phone';
import { ActionForm } from '@/components/forms/action-form';
import { FormContext } from '@/components/forms/form-context';
import { FormSubmit } from '@/components/forms/form-fields';
import type { Locale } from '@/lib/core/locale';

import { PhoneFields, type PhoneCountry } from '../phone/phone-fields';

type State = { provider: 'twilio' | 'aliyun'; state: string };

/** Asks the providers whether they would send, and shows what each says; also without scripts. */
export function CheckSms({ locale }: { locale: Locale }) {
  const t = useTranslations('members.phoneSettings');
  return (
    <ActionForm action={checkSmsAction} hidden={{ locale }} className="max-w-2xl">
      <FormSubmit variant="secondary" className="justify-self-start">
        {t('checkNow')}
      </FormSubmit>
      <States />
    </ActionForm>
  );
}

function States() {
  const t = useTranslations('members.phoneSettings');
  const { outcome } = use(FormContext);
  if (outcome.status !== 'done') return null;
  return (
    <dl role="status" className="grid gap-5 border-t border-line pt-5">
      {(outcome.data as State[]).map(({ provider, state }) => (
        <div key={provider} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
          {state === 'right' ? (
            <CircleCheck aria-hidden className="mt-0.5 size-5 text-positive" />
          ) : (
            <CircleAlert aria-hidden className="mt-0.5 size-5 text-danger" />
          )}
          <dt className="font-semibold">{provider === 'aliyun' ? t('aliyun') : 'Twilio'}</dt>
          <dd className="col-start-2 text-muted">{t(`states.${state}` as 'states.right')}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Sends one code that opens nothing. */
export function TestSms({ countries, first }: { countries: PhoneCountry[]; first: string }) {
  const t = useTranslations('members.phoneSettings');
  return (
    <ActionForm action={sendTestSmsAction} success={t('testSent')} className="max-w-2xl">
      <PhoneFields countries={countries} first={first} />
      <FormSubmit variant="secondary" className="justify-self-start">
        {t('testNow')}
      </FormSubmit>
    </ActionForm>
  );
}
