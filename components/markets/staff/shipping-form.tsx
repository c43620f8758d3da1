'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { saveShippingAction } from '@/app/actions/markets';
import { useFormField } from '@/components/forms/form-context';
import { FormArea, FormCheck, FormText } from '@/components/forms/form-fields';
import { Button } from '@/components/ui/button';
import { Card, SectionHead } from '@/components/ui/card';
import type { Locale } from '@/lib/core/locale';
import type { StoredMarket } from '@/lib/core/market';

import { SavedTerms, TermsForm } from './terms-form';
import { changed, newZone, typedZones } from '@/lib/markets/choices/typed';
import { ZoneCard, type Choices } from './zone-card';

type Props = {
  market: StoredMarket;
  /** The shop's own currency, in which a new zone is priced first. */ home: string;
  choices: Choices;
  locale: Locale;
};

/** Where parcels go, in how many days and for how much by weight; and where they come back to. */
export function ShippingForm({ market, home, choices, locale }: Props) {
  const t = useTranslations('markets.shipping');
  return (
    <TermsForm action={saveShippingAction} version={market.version} locale={locale}>
      <Zones market={market} home={home} choices={choices} />
      <Card as="section">
        <SectionHead title={t('returns')} lead={t('returnsLead')} />
        <FormArea
          name="returnAddress"
          label={t('returnAddress')}
          initial={market.returnAddress}
          rows={4}
          maxLength={400}
        />
      </Card>
      <PromiseFields promises={market.promises} />
      <PriceFields promises={market.promises} priorPrice={market.priorPrice} />
      <SavedTerms />
    </TermsForm>
  );
}

function PromiseFields({ promises }: { promises: StoredMarket['promises'] }) {
  const t = useTranslations('markets.shipping.promises');
  return (
    <Card as="section">
      <SectionHead title={t('title')} lead={t('lead')} />
      <div className="grid items-start gap-5 sm:grid-cols-2 lg:grid-cols-4">
        {(['packing', 'returns', 'warranty', 'repair'] as const).map((name) => (
          <FormText
            key={name}
            name={name}
            label={t(name)}
            hint={t(`${name}Hint`)}
            initial={promises[name] === null ? '' : `${promises[name]}`}
            maxLength={3}
            inputMode="numeric"
            autoComplete="off"
          />
        ))}
      </div>
    </Card>
  );
}

function PriceFields({ promises, priorPrice }: Pick<StoredMarket, 'promises' | 'priorPrice'>) {
  const t = useTranslations('markets.shipping.priceTerms');
  return (
    <Card as="section" className="grid gap-5">
      <SectionHead title={t('title')} lead={t('lead')} />
      <FormText
        name="protection"
        label={t('protection')}
        hint={t('protectionHint')}
        initial={promises.protection === null ? '' : `${promises.protection}`}
        maxLength={2}
        inputMode="numeric"
        autoComplete="off"
        className="sm:max-w-sm"
      />
      <FormCheck name="priorPrice" label={t('priorPrice')} hint={t('priorPriceHint')} initial={priorPrice} />
    </Card>
  );
}

function Zones({ market, home, choices }: Omit<Props, 'locale'>) {
  const t = useTranslations('markets.shipping');
  const [zones, setZones] = useState(() => typedZones(market.zones));
  const { error } = useFormField('zones');
  const taken = zones.flatMap(({ countries }) => countries);
  return (
    <section aria-labelledby="zones" className="grid gap-4">
      <SectionHead id="zones" title={t('zones')} lead={t('zonesLead')} />
      <input type="hidden" name="zones" value={JSON.stringify(zones)} />
      <noscript>
        <p className="text-muted">{t('needsScripts')}</p>
      </noscript>
      {error && (
        <p role="alert" className="text-danger">
          {error}
        </p>
      )}
      {zones.length === 0 && <p className="text-muted">{t('none')}</p>}
      {zones.map((zone, at) => (
        <ZoneCard
          key={at}
          zone={zone}
          at={at}
          choices={choices}
          home={home}
          taken={taken}
          onChange={(change) => setZones((all) => changed(all, at, change))}
        />
      ))}
      <div>
        <Button icon={<Plus aria-hidden />} onClick={() => setZones((all) => [...all, newZone(home)])}>
          {t('addZone')}
        </Button>
      </div>
    </section>
  );
}
