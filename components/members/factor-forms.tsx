'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import {
  beginAuthenticatorAction,
  confirmSessionAction,
  finishAuthenticatorAction,
  renewRecoveryCodesAction,
} from '@/app/actions/members';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { buttonLook } from '@/components/ui/button-look';
import type { Locale } from '@/lib/core/locale';

import { CodeField } from './confirm-form';
import { PasswordField } from './password-field';

/** Gives the second factor for this session. */
export function ConfirmFactor({ locale, next }: { locale: Locale; next?: string }) {
  const t = useTranslations('members.factor');
  return (
    <ActionForm action={confirmSessionAction} hidden={{ locale, next }}>
      <FormText
        name="code"
        label={t('code')}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={20}
        required
      />
      <FormSubmit block size="lg">
        {t('confirm')}
      </FormSubmit>
    </ActionForm>
  );
}

type Begun = { secret: string; qr: { size: number; path: string } };

/** `next` is where who has the codes goes on to. */
type FormsProps = { locale: Locale; on: boolean; codesLeft: number; next: string };

/** Sets up an authenticator app, or another one, and shows recovery codes once. */
export function FactorForms({ locale, on, codesLeft, next }: FormsProps) {
  const t = useTranslations('members.factor');
  const [begun, setBegun] = useState<Begun | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const show = (made: { codes: string[] }) => {
    setBegun(null);
    setCodes(made.codes);
  };
  if (codes) return <Codes next={next} codes={codes} />;
  if (begun) return <Finish locale={locale} begun={begun} onDone={show} />;
  return (
    <div className="grid gap-6">
      {on && (
        <p>
          {t('on')} {t('left', { count: codesLeft })}
        </p>
      )}
      <ActionForm action={beginAuthenticatorAction} hidden={{ locale }} onDone={setBegun}>
        <Password />
        <FormSubmit variant={on ? 'secondary' : 'primary'} className="justify-self-start">
          {t(on ? 'replace' : 'begin')}
        </FormSubmit>
      </ActionForm>
      {on && (
        <ActionForm
          action={renewRecoveryCodesAction}
          hidden={{ locale }}
          onDone={show}
          className="border-t border-line pt-5"
        >
          <p className="text-muted">{t('renewHint')}</p>
          <Password />
          <FormSubmit variant="secondary" className="justify-self-start">
            {t('renew')}
          </FormSubmit>
        </ActionForm>
      )}
    </div>
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
      <svg
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        role="img"
        aria-label={t('qr')}
        shapeRendering="crispEdges"
        className="w-full max-w-56 rounded-lg bg-white text-black"
      >
        <path d={qr.path} fill="currentColor" />
      </svg>
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
