'use client';

import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import { useTranslations } from 'use-intl';

import { beginPasskeyAction } from '@/app/actions/members.passkeys';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { buttonLook } from '@/components/ui/button-look';
import { SectionHead } from '@/components/ui/card';
import type { Locale } from '@/lib/core/locale';

import { PasswordField } from '../password-field';
import { PasskeyList, type KeptPasskey } from './passkey-list';
import { usePasskeys } from './use-passkeys';

/** What the page knows of a member's passkeys: `possible` where the shop's address can have them, `full` where there are enough. */
export type PasskeysOf = { kept: KeptPasskey[]; possible: boolean; full: boolean; suggested: string };

type Props = PasskeysOf & { locale: Locale; onBegun: (options: PublicKeyCredentialCreationOptionsJSON) => void };

/** A member's passkeys, and the way to another one, or why there is none here. */
export function PasskeysPart({ locale, kept, possible, full, onBegun }: Props) {
  const t = useTranslations('members.passkeys');
  const supported = usePasskeys();
  return (
    <section>
      <SectionHead title={t('title')} lead={t('lead')} />
      {kept.length > 0 && <PasskeyList locale={locale} kept={kept} />}
      {!possible ? (
        <p className="text-muted">{t('impossible')}</p>
      ) : (
        <>
          <noscript>
            <p className="text-muted">{t('noScriptsAdd')}</p>
          </noscript>
          {supported === false && <p className="text-muted">{t('unsupportedAdd')}</p>}
          {supported && full && <p className="text-muted">{t('full')}</p>}
          {supported && !full && <Begin locale={locale} onBegun={onBegun} />}
        </>
      )}
    </section>
  );
}

function Begin({ locale, onBegun }: Pick<Props, 'locale' | 'onBegun'>) {
  const t = useTranslations('members');
  return (
    <details>
      <summary className={buttonLook('secondary', 'md', 'w-fit cursor-pointer list-none')}>{t('passkeys.add')}</summary>
      <ActionForm action={beginPasskeyAction} hidden={{ locale }} onDone={onBegun} className="mt-3">
        <PasswordField name="oldPassword" label={t('fields.oldPassword')} autoComplete="current-password" />
        <FormSubmit className="justify-self-start">{t('passkeys.begin')}</FormSubmit>
      </ActionForm>
    </details>
  );
}
