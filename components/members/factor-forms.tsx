'use client';

import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import { useRouter } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import {
  beginAuthenticatorAction,
  confirmSessionAction,
  finishAuthenticatorAction,
  renewRecoveryCodesAction,
} from '@/app/actions/members';
import { ActionForm } from '@/components/forms/action-form';
import { usePostedDone } from '@/components/forms/posted-done';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { buttonLook } from '@/components/ui/button-look';
import { SectionHead } from '@/components/ui/card';
import { toast } from '@/components/ui/toaster';
import { QrCode } from '@/components/ui/qr-code';
import type { Locale } from '@/lib/core/locale';

import { CodeField } from './confirm-form';
import { ConfirmByPasskey } from './passkeys/confirm-by-passkey';
import { FinishPasskey } from './passkeys/finish-passkey';
import { PasskeysPart, type PasskeysOf } from './passkeys/passkeys-part';
import { PasswordField } from './password-field';

/** `app` and `passkey` say what the member has that works here. */
type ConfirmProps = { locale: Locale; next?: string; app: boolean; passkey: boolean };

/** Gives the second factor for this session: by a passkey, a code of the app, or a recovery code. */
export function ConfirmFactor({ locale, next, app, passkey }: ConfirmProps) {
  const t = useTranslations('members.factor');
  return (
    <div className="grid gap-5">
      {passkey && <ConfirmByPasskey locale={locale} next={next} />}
      <ConfirmByCode
        locale={locale}
        next={next}
        label={t(app ? 'code' : 'recoveryCode')}
        className={passkey ? 'border-t border-line pt-5' : undefined}
        second={passkey}
      />
    </div>
  );
}

type CodeProps = { locale: Locale; next?: string; label: string; className?: string; second: boolean };

function ConfirmByCode({ locale, next, label, className, second }: CodeProps) {
  const t = useTranslations('members.factor');
  return (
    <ActionForm action={confirmSessionAction} hidden={{ locale, next }} className={className}>
      <FormText
        name="code"
        label={label}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={20}
        required
      />
      <FormSubmit block size="lg" variant={second ? 'secondary' : 'primary'}>
        {t('confirm')}
      </FormSubmit>
    </ActionForm>
  );
}

type Begun = { secret: string; qr: { size: number; path: string } };

/** `next` is where who has the codes goes on to. */
type FormsProps = { locale: Locale; on: boolean; codesLeft: number; passkeys: PasskeysOf; next: string };

/** Sets up passkeys and an authenticator app, or another one, and shows recovery codes once. */
export function FactorForms({ locale, on, codesLeft, passkeys, next }: FormsProps) {
  const t = useTranslations('members');
  const router = useRouter();
  const [begun, setBegun] = useState<Begun | null>(null);
  const [making, setMaking] = useState<PublicKeyCredentialCreationOptionsJSON | null>(null);
  const [codes, setCodes] = useState(usePostedDone<{ codes: string[] }>('codes')?.codes ?? null);
  const show = (made: { codes: string[] }) => {
    setBegun(null);
    setCodes(made.codes);
  };
  const added = ({ codes: first }: { codes: string[] | null }) => {
    setMaking(null);
    setCodes(first);
    if (first) return;
    toast.success(t('passkeys.done'));
    router.refresh();
  };
  if (codes) return <Codes next={next} codes={codes} />;
  if (begun) return <Finish locale={locale} begun={begun} onDone={show} />;
  if (making)
    return (
      <FinishPasskey
        locale={locale}
        options={making}
        suggested={passkeys.suggested}
        onDone={added}
        onBack={() => setMaking(null)}
      />
    );
  return (
    <div className="grid gap-7">
      <PasskeysPart locale={locale} {...passkeys} onBegun={setMaking} />
      <section className="border-t border-line pt-6">
        <SectionHead title={t('factor.appTitle')} lead={t(on ? 'factor.on' : 'factor.appLead')} />
        <Fold title={on && t('factor.replace')}>
          <ActionForm action={beginAuthenticatorAction} hidden={{ locale }} onDone={setBegun}>
            <Password />
            <FormSubmit variant="secondary" className="justify-self-start">
              {t(on ? 'factor.replaceBegin' : 'factor.begin')}
            </FormSubmit>
          </ActionForm>
        </Fold>
      </section>
      {(on || passkeys.kept.length > 0) && (
        <section className="border-t border-line pt-6">
          <SectionHead title={t('factor.recoveryTitle')} lead={t('factor.left', { count: codesLeft })} />
          <Fold title={t('factor.renewOpen')}>
            <ActionForm action={renewRecoveryCodesAction} hidden={{ locale }} onDone={show}>
              <p className="text-muted">{t('factor.renewHint')}</p>
              <Password />
              <FormSubmit variant="secondary" className="justify-self-start">
                {t('factor.renew')}
              </FormSubmit>
            </ActionForm>
          </Fold>
        </section>
      )}
    </div>
  );
}

function Fold({ title, children }: { title: string | false; children: ReactNode }) {
  if (title === false) return children;
  return (
    <details>
      <summary className={buttonLook('secondary', 'md', 'w-fit cursor-pointer list-none')}>{title}</summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}

function Password() {
  const t = useTranslations('members.fields');
  return <PasswordField name="oldPassword" label={t('oldPassword')} autoComplete="current-password" />;
}

type FinishProps = { locale: Locale; begun: Begun; onDone: (made: { codes: string[] }) => void };

function Finish({ locale, begun: { secret, qr }, onDone }: FinishProps) {
  const t = useTranslations('members.factor');
  return (
    <ActionForm action={finishAuthenticatorAction} hidden={{ locale }} onDone={onDone}>
      <p>{t('scan')}</p>
      <QrCode qr={qr} label={t('qr')} className="w-full max-w-56 rounded-lg" />
      <p className="text-muted">
        {t('byHand')} <span className="font-mono text-ink select-all wrap-anywhere">{secret}</span>
      </p>
      <CodeField label={t('appCode')} />
      <FormSubmit block size="lg">
        {t('finish')}
      </FormSubmit>
    </ActionForm>
  );
}

function Codes({ next, codes }: { next: string; codes: string[] }) {
  const t = useTranslations('members.factor');
  return (
    <div className="grid gap-5" role="status">
      <h2 className="text-heading">{t('codesTitle')}</h2>
      <p className="text-muted">{t('codesLead')}</p>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-2 rounded-lg bg-sunken px-4 py-3 font-mono select-all">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      {/* A whole new page: what the browser was told of the next one before the factor was on only leads back here. */}
      <a href={next} className={buttonLook('secondary', 'md', 'justify-self-start')}>
        {t('saved')}
      </a>
    </div>
  );
}
