'use client';

import { use } from 'react';
import { useTranslations } from 'use-intl';

import { FormContext } from '@/components/forms/form-context';
import { FormText } from '@/components/forms/form-fields';
import { Fold } from '@/components/ui/fold';
import type { CountryCode } from '@/lib/orders/schema';

import type { KnownAddress } from './address-fields';

/** The company that an invoice is for, behind a fold; open where there is one, or something is wrong with it. */
export function CompanyFields({ known, country }: { known: KnownAddress; country: CountryCode }) {
  const t = useTranslations('orders.checkout');
  const { outcome } = use(FormContext);
  const said = outcome.status === 'refused' ? { ...outcome.typed, ...outcome.fields } : {};
  const isOpen = Boolean(known.company || said.company || said.taxNumber);
  return (
    <Fold title={t('forCompany')} open={isOpen}>
      <div className="grid gap-5 pt-3 sm:grid-cols-2">
        <FormText
          name="company"
          label={t('company')}
          initial={known.company}
          autoComplete="organization"
          maxLength={120}
          className="sm:col-span-2"
        />
        <FormText
          name="taxNumber"
          label={t(numberOf[country] ?? 'taxNumber')}
          hint={t(country === 'CN' ? 'taxNumberHintCn' : 'taxNumberHint')}
          initial={known.taxNumber}
          autoComplete="off"
          maxLength={40}
          className="sm:col-span-2"
        />
      </div>
    </Fold>
  );
}

// Where it is the number under which a company pays value added tax.
const union = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');
const numberOf: Partial<Record<string, 'vatNumber' | 'creditCode'>> = {
  ...Object.fromEntries(union.map((country) => [country, 'vatNumber' as const])),
  CN: 'creditCode',
};
