'use client';

import { use, useId, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';

import { FormContext, useFormField } from '@/components/forms/form-context';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { TypedZone } from '@/lib/markets/schema';

import { RateTable } from './rate-table';
import { ZoneCountries } from './zone-countries';
import { TypedText } from './typed-field';
import { changed } from '@/lib/markets/choices/typed';

export type Choice = { value: string; label: string };
export type Choices = { countries: Choice[]; currencies: Choice[] };
type Props = {
  zone: TypedZone;
  at: number;
  choices: Choices;
  /** The shop's own currency: its prices stand open, those of others behind a fold. */
  home: string;
  /** Countries that stand in any zone. */
  taken: string[];
  onChange: (change: Partial<TypedZone> | null) => void;
};

/** One zone: its names, countries, days and prices. */
export function ZoneCard({ zone, at, choices, home, taken, onChange }: Props) {
  const t = useTranslations('markets.shipping');
  const chinese = useLocale() === 'zh-CN';
  const id = useId();
  const path = `zones.${at}`;
  const { error: days } = useFormField(`${path}.days`);
  const { error: rates } = useFormField(`${path}.rates`);
  const set = (name: keyof TypedZone) => (value: string) => onChange({ [name]: value });
  const text = (name: 'name' | 'nameZh' | 'daysMin' | 'daysMax') => ({
    ...{ path: `${path}.${name}`, label: t(name), value: zone[name] ?? '', onType: set(name) },
  });
  return (
    <Card as="section" aria-labelledby={id} className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 id={id} className="text-subheading wrap-anywhere">
          <bdi>{(chinese && zone.nameZh) || zone.name || t('newZone')}</bdi>
        </h3>
        <Button size="sm" variant="quiet" onClick={() => onChange(null)}>
          {t('removeZone')}
        </Button>
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-2 xl:grid-cols-4">
        <TypedText {...text('name')} maxLength={60} lang="en" required />
        <TypedText {...text('nameZh')} maxLength={60} lang="zh-CN" />
        <TypedText {...text('daysMin')} inputMode="numeric" maxLength={3} />
        <TypedText {...text('daysMax')} inputMode="numeric" maxLength={3} />
      </div>
      {days && <p className="text-danger">{days}</p>}
      <ZoneCountries zone={zone} path={path} choices={choices.countries} taken={taken} onChange={onChange} />
      {rates && <p className="text-danger">{rates}</p>}
      <Rates zone={zone} path={path} currencies={choices.currencies} home={home} onChange={onChange} />
      <div>
        <Button
          size="sm"
          variant="quiet"
          onClick={() => onChange({ rates: [...zone.rates, { currency: '', bands: [{ upTo: '', price: '' }] }] })}
        >
          {t('addCurrency')}
        </Button>
      </div>
    </Card>
  );
}

type RatesProps = Pick<Props, 'zone' | 'home' | 'onChange'> & { path: string; currencies: Choice[] };

// What a zone costs: in the shop's own currency at once, in others behind a fold.
function Rates({ zone, path, currencies, home, onChange }: RatesProps) {
  const t = useTranslations('markets.shipping');
  const { outcome } = use(FormContext);
  const rows = zone.rates.map((rate, place) => ({ rate, place }));
  const isHome = ({ rate }: (typeof rows)[number]) => rate.currency === home;
  const others = rows.filter((row) => !isHome(row));
  // What is wrong or still to be filled in must be seen, and does not fold itself while it is typed.
  const must =
    others.length === rows.length ||
    others.some(({ rate }) => !rate.currency) ||
    (outcome.status === 'refused' && Object.keys(outcome.fields).some((name) => name.startsWith(`${path}.rates`)));
  const [open, setOpen] = useState(must);
  if (must && !open) setOpen(true);
  const table = ({ rate, place }: (typeof rows)[number]) => (
    <RateTable
      key={place}
      rate={rate}
      path={`${path}.rates.${place}`}
      currencies={currencies}
      alone={rate.currency === home}
      onChange={(change) => onChange({ rates: changed(zone.rates, place, change) })}
    />
  );
  return (
    <>
      {rows.filter(isHome).map(table)}
      {others.length > 0 && (
        <details open={open} className="group rounded-lg border border-line p-4">
          <summary className="touch cursor-pointer text-[0.9375rem] font-semibold">
            {t('otherCurrencies', { count: others.length })}{' '}
            <span className="font-normal text-muted">{others.map(({ rate }) => rate.currency).join(', ')}</span>
          </summary>
          <div className="mt-4 grid gap-4">{others.map(table)}</div>
        </details>
      )}
    </>
  );
}
