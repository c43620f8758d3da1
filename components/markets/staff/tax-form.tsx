'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { saveTaxesAction } from '@/app/actions/markets';
import { useFormField } from '@/components/forms/form-context';
import { FormArea, FormSelect, FormText } from '@/components/forms/form-fields';
import { Button } from '@/components/ui/button';
import { Card, SectionHead } from '@/components/ui/card';
import type { Locale } from '@/lib/core/locale';
import type { StoredMarket } from '@/lib/core/market';

import { TaxRow } from './tax-row';
import { SavedTerms, TermsForm } from './terms-form';
import { changed, typedTaxes } from '@/lib/markets/choices/typed';
import type { Choice } from './zone-card';

type Props = { market: StoredMarket; countries: Choice[]; locale: Locale };

/** Who sells, and what each place takes of a price. */
export function TaxForm({ market, countries, locale }: Props) {
  return (
    <TermsForm action={saveTaxesAction} version={market.version} locale={locale}>
      <SellerFields market={market} />
      <Rates market={market} countries={countries} />
      <SavedTerms />
    </TermsForm>
  );
}

function SellerFields({ market: { seller } }: Pick<Props, 'market'>) {
  const t = useTranslations('markets.taxes');
  const numbers = seller.taxNumbers.map(({ name, number }) => `${name}: ${number}`).join('\n');
  return (
    <Card as="section">
      <SectionHead title={t('seller')} lead={t('sellerLead')} />
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <FormText
          name="sellerName"
          label={t('sellerName')}
          initial={seller.name}
          maxLength={120}
          className="sm:col-span-2"
          autoComplete="off"
        />
        <FormArea name="sellerAddress" label={t('sellerAddress')} initial={seller.address} rows={4} maxLength={400} />
        <FormArea
          name="taxNumbers"
          label={t('taxNumbers')}
          hint={t('taxNumbersHint')}
          initial={numbers}
          rows={4}
          maxLength={2000}
        />
      </div>
    </Card>
  );
}

function Rates({ market, countries }: Pick<Props, 'market' | 'countries'>) {
  const t = useTranslations('markets.taxes');
  const [taxes, setTaxes] = useState(() => typedTaxes(market.taxes));
  const { error } = useFormField('taxes');
  const included = (['false', 'true'] as const).map((value) => ({ value, label: t(`included.${value}`) }));
  const blank = { region: '', name: '', percent: '', included: '', from: '', until: '' } as const;
  return (
    <Card as="section" aria-labelledby="rates">
      <SectionHead id="rates" title={t('rates')} lead={t('ratesLead')} />
      <input type="hidden" name="taxes" value={JSON.stringify(taxes)} />
      <div className="mb-6 grid items-start gap-5 sm:grid-cols-2">
        <FormSelect
          name="taxIncluded"
          label={t('pricesHold')}
          hint={t('pricesHoldHint')}
          options={included}
          initial={`${market.taxIncluded}`}
        />
        <FormText
          name="timeZone"
          label={t('timeZone')}
          hint={t('timeZoneHint')}
          initial={market.timeZone}
          maxLength={60}
          autoComplete="off"
        />
      </div>
      <noscript>
        <p className="mb-4 text-muted">{t('needsScripts')}</p>
      </noscript>
      {error && (
        <p role="alert" className="mb-4 text-danger">
          {error}
        </p>
      )}
      {taxes.length === 0 && <p className="mb-4 text-muted">{t('none')}</p>}
      <ul className="grid divide-y divide-line border-t border-line">
        {taxes.map((tax, at) => (
          <TaxRow
            key={at}
            tax={tax}
            at={at}
            countries={countries}
            onChange={(change) => setTaxes((all) => changed(all, at, change))}
          />
        ))}
      </ul>
      <Button
        className="mt-4"
        icon={<Plus aria-hidden />}
        onClick={() => setTaxes((all) => [...all, { country: '', ...blank }])}
      >
        {t('add')}
      </Button>
    </Card>
  );
}
