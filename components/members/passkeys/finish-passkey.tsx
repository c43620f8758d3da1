'use client';

import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';

import { finishPasskeyAction } from '@/app/actions/members.passkeys';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { Button } from '@/components/ui/button';
import type { Locale } from '@/lib/core/locale';

import { withNewPasskey } from './answer-challenge';

type Props = {
  locale: Locale;
  options: PublicKeyCredentialCreationOptionsJSON;
  suggested: string;
  onDone: (made: { codes: string[] | null }) => void;
  onBack: () => void;
};

/** Names the passkey and has the browser make it: by a button of its own, since browsers ask for one. */
export function FinishPasskey({ locale, options, suggested, onDone, onBack }: Props) {
  const t = useTranslations('members.passkeys');
  const make = useMemo(() => withNewPasskey(finishPasskeyAction, options), [options]);
  return (
    <ActionForm action={make} hidden={{ locale }} onDone={onDone}>
      <p>{t('finishLead')}</p>
      <FormText name="name" label={t('name')} hint={t('nameHint')} initial={suggested} maxLength={40} required />
      <div className="flex flex-wrap gap-3">
        <FormSubmit>{t('finish')}</FormSubmit>
        <Button variant="secondary" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </ActionForm>
  );
}
