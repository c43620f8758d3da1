'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { askNewPhoneAction, changePhoneAction, dropPhoneAction } from '@/app/actions/members.phone';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { Card, SectionHead } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import { toast } from '@/components/ui/toaster';
import type { Locale } from '@/lib/core/locale';

import { CodeField } from '../confirm-form';
import { OwnProof, type Proof } from './own-proof';
import { PhoneFields, type PhoneCountry } from './phone-fields';

type Own = { phone: string | null; provedAt: Date | null; old: boolean; last: boolean; proof: Proof };
type Props = { own: Own; countries: PhoneCountry[]; first: string; locale: Locale };

/** The number that a member signs in by: adding it, another one, and taking it away. Without a provider it can only be taken away. */
export function PhoneForms({ own, countries, first, locale }: Props) {
  const t = useTranslations('members.phone');
  const { phone, provedAt, old, last, proof } = own;
  return (
    <Card as="section">
      <SectionHead
        title={t('title')}
        lead={<span className="wrap-anywhere">{phone ? t('now', { phone }) : t('none')}</span>}
      />
      <div className="grid gap-6">
        {phone && old && provedAt && (
          <Notice tone="warning">{t.rich('old', { at: () => <RelativeTime at={provedAt} locale={locale} /> })}</Notice>
        )}
        {countries.length > 0 && (
          <NewPhone has={phone !== null} old={old} proof={proof} countries={countries} first={first} />
        )}
        {phone && <RemovePhone last={last} proof={proof} />}
      </div>
    </Card>
  );
}

type NewProps = { has: boolean; old: boolean; proof: Proof; countries: PhoneCountry[]; first: string };

function NewPhone({ has, old, ...rest }: NewProps) {
  const t = useTranslations('members.phone');
  if (!has || old) return <AskAndSave has={has} {...rest} />;
  return (
    <details>
      <summary className={`${foldLook} text-accent-ink`}>{t('replace')}</summary>
      <div className="mt-3">
        <AskAndSave has={has} {...rest} />
      </div>
    </details>
  );
}

function AskAndSave({ has, proof, countries, first }: Omit<NewProps, 'old'>) {
  const t = useTranslations('members.phone');
  const [asked, setAsked] = useState(false);
  return (
    <div className="grid gap-6">
      <ActionForm action={askNewPhoneAction} success={t('asked')} onDone={() => setAsked(true)}>
        <PhoneFields countries={countries} first={first} />
        <OwnProof proof={proof} />
        <FormSubmit variant="secondary" className="justify-self-start">
          {t('add')}
        </FormSubmit>
      </ActionForm>
      {asked && (
        <ActionForm
          action={changePhoneAction}
          onDone={() => {
            toast.success(t('saved'));
            setAsked(false);
          }}
          className="border-t border-line pt-5"
        >
          <CodeField label={t('codeLabel')} />
          {has && <p className="text-[0.9375rem] text-muted">{t('signsOut')}</p>}
          <FormSubmit className="justify-self-start">{t('save')}</FormSubmit>
        </ActionForm>
      )}
    </div>
  );
}

function RemovePhone({ last, proof }: { last: boolean; proof: Proof }) {
  const t = useTranslations('members.phone');
  if (last) return <p className="text-[0.9375rem] text-muted">{t('last')}</p>;
  return (
    <details>
      <summary className={`${foldLook} text-danger`}>{t('remove')}</summary>
      <ActionForm action={dropPhoneAction} onDone={() => toast.success(t('removed'))} className="mt-3">
        <p className="text-muted">{t('removeLead')}</p>
        <OwnProof proof={proof} />
        <FormSubmit variant="danger" className="justify-self-start">
          {t('removeNow')}
        </FormSubmit>
      </ActionForm>
    </details>
  );
}

const foldLook = 'touch flex w-fit cursor-pointer items-center text-[0.9375rem] font-medium';
