'use client';

import { useTranslations } from 'use-intl';

import { removePasskeyAction, renamePasskeyAction } from '@/app/actions/members.passkeys';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { DateTime } from '@/components/ui/date-time';
import { RelativeTime } from '@/components/ui/relative-time';
import { toast } from '@/components/ui/toaster';
import type { Locale } from '@/lib/core/locale';

import { PasswordField } from '../password-field';

/** A passkey of a member's own; `elsewhere` is the address that it works at, where that is another than this shop's. */
export type KeptPasskey = {
  id: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  elsewhere: string | null;
  removable: boolean;
};

/** A member's passkeys, each with its name to change and the way to remove it. */
export function PasskeyList({ locale, kept }: { locale: Locale; kept: KeptPasskey[] }) {
  return (
    <ul className="mb-4 divide-y divide-line border-y border-line">
      {kept.map((passkey) => (
        <li key={passkey.id} className="py-3">
          <About locale={locale} passkey={passkey} />
          <Change passkey={passkey} />
        </li>
      ))}
    </ul>
  );
}

function About({
  locale,
  passkey: { name, createdAt, lastUsedAt, elsewhere },
}: {
  locale: Locale;
  passkey: KeptPasskey;
}) {
  const t = useTranslations('members.passkeys');
  return (
    <>
      <p className="font-medium wrap-anywhere">
        <bdi>{name}</bdi>
      </p>
      <p className="flex flex-wrap gap-x-3 text-sm text-muted">
        <span>{t.rich('added', { at: () => <DateTime at={createdAt} locale={locale} /> })}</span>
        <span>
          {lastUsedAt ? t.rich('used', { at: () => <RelativeTime at={lastUsedAt} locale={locale} /> }) : t('unused')}
        </span>
      </p>
      {elsewhere && <p className="text-sm text-danger wrap-anywhere">{t('elsewhere', { host: elsewhere })}</p>}
    </>
  );
}

function Change({ passkey: { id: passkeyId, name, removable } }: { passkey: KeptPasskey }) {
  const t = useTranslations('members');
  return (
    <details>
      <summary
        className="touch flex w-fit cursor-pointer items-center text-sm font-medium text-accent-ink hover:underline hover:underline-offset-4"
        aria-label={`${t('passkeys.change')}: ${name}`}
      >
        {t('passkeys.change')}
      </summary>
      <div className="mt-2 mb-1 grid gap-5 rounded-lg bg-sunken p-4">
        <ActionForm
          action={renamePasskeyAction}
          hidden={{ passkeyId }}
          onDone={() => toast.success(t('passkeys.renamed'))}
          className="gap-3"
        >
          <FormText name="name" label={t('passkeys.name')} initial={name} maxLength={40} required />
          <FormSubmit variant="secondary" size="sm" className="justify-self-start">
            {t('passkeys.rename')}
          </FormSubmit>
        </ActionForm>
        {removable ? (
          <ActionForm
            action={removePasskeyAction}
            hidden={{ passkeyId }}
            onDone={() => toast.success(t('passkeys.removed'))}
            className="gap-3 border-t border-line pt-4"
          >
            <p className="text-sm text-muted">{t('passkeys.removeLead')}</p>
            <PasswordField name="oldPassword" label={t('fields.oldPassword')} autoComplete="current-password" />
            <FormSubmit variant="danger" size="sm" className="justify-self-start">
              {t('passkeys.remove')}
            </FormSubmit>
          </ActionForm>
        ) : (
          <p className="border-t border-line pt-4 text-sm text-muted">{t('passkeys.last')}</p>
        )}
      </div>
    </details>
  );
}
