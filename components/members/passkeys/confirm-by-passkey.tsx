'use client';

import { KeyRound } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { askPasskeyAction, confirmByPasskeyAction } from '@/app/actions/members.passkeys';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import type { Locale } from '@/lib/core/locale';

import { withPasskey } from './answer-challenge';
import { usePasskeys } from './use-passkeys';

const confirm = withPasskey(askPasskeyAction, confirmByPasskeyAction);

/** Gives the second factor for this session by a passkey, where the browser has them; elsewhere it says what is left. */
export function ConfirmByPasskey({ locale, next }: { locale: Locale; next?: string }) {
  const t = useTranslations('members.passkeys');
  const supported = usePasskeys();
  if (supported === false) return <p className="text-muted">{t('unsupported')}</p>;
  return (
    <>
      <noscript>
        <p className="text-muted">{t('noScripts')}</p>
      </noscript>
      {supported && (
        <ActionForm action={confirm} hidden={{ locale, next }}>
          <FormSubmit block size="lg" icon={<KeyRound aria-hidden className="size-5" />}>
            {t('use')}
          </FormSubmit>
        </ActionForm>
      )}
    </>
  );
}
