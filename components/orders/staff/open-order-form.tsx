'use client';

import { Eye } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { Card } from '@/components/ui/card';

import type { KnownAddress } from '../address-fields';
import { CorrectAddressForm } from './correct-forms';
import { openOrderAction } from '@/app/actions/orders';

type Opened = {
  email: string;
  phone: string;
  lines: { text: string; who?: true }[];
  country: string;
  company: { name: string; taxNumber: string } | null;
  parts: KnownAddress | null;
};

/** Address and contact of a buyer, shown once a reason is given. */
export function OpenOrderForm({ number, country }: { number: string; country: string }) {
  const t = useTranslations('orders.staff');
  const [opened, open] = useState<Opened | null>(null);
  return (
    <Card as="section" className="grid gap-4">
      <h2 className="text-subheading">{t('openTitle')}</h2>
      {opened ? (
        <>
          <Contact opened={opened} country={country} />
          {opened.parts && (
            <CorrectAddressForm
              number={number}
              parts={opened.parts}
              country={{ value: opened.country, label: country }}
              onDone={() => open(null)}
            />
          )}
        </>
      ) : (
        <ActionForm action={openOrderAction} hidden={{ number }} onDone={open} className="gap-4">
          <p className="text-sm text-muted">{t('openBody')}</p>
          <FormText name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={500} required />
          <FormSubmit variant="secondary" icon={<Eye aria-hidden />}>
            {t('reveal')}
          </FormSubmit>
        </ActionForm>
      )}
    </Card>
  );
}

function Contact({ opened: { lines, phone, email, company }, country }: { opened: Opened; country: string }) {
  const t = useTranslations('orders.staff');
  return (
    <address className="grid gap-0.5 not-italic">
      {lines.map(({ text, who }, at) => (
        <span key={at} dir="auto" className={who ? 'font-semibold break-words' : 'break-words'}>
          {text}
        </span>
      ))}
      <span>{country}</span>
      <span className="mt-2">{phone}</span>
      <span className="break-all">{email || t('none')}</span>
      {company && (
        <>
          <span className="mt-2 text-sm text-muted">{t('company')}</span>
          <span dir="auto" className="break-words">
            {company.name}
          </span>
          {company.taxNumber && <span className="break-words">{t('taxNumber', { number: company.taxNumber })}</span>}
        </>
      )}
    </address>
  );
}
