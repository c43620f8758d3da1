'use client';

import { useEffect, useState, type ReactNode } from 'react';

import { ArrivalLine } from '@/components/markets/arrival-line';
import { Card } from '@/components/ui/card';
import { useViewer } from '@/components/viewer/viewer-provider';
import type { DeliveryCalendar } from '@/lib/calendar/choices/delivery';
import type { Locale } from '@/lib/core/locale';

import { useChosen } from './chosen-variant';
import type { Shown } from './own-country';
import type { Landed, LandedBill, LandedWords } from './landed-of';

type Props = {
  landed: Landed[];
  words: LandedWords;
  /** When the drop opens, where it has not yet. */ opensAt?: string;
  /** What is promised wherever it goes. */ promises: ReactNode;
  /** When the shop works and carriers drive. */ calendar: DeliveryCalendar;
  /** The country that is shown until the browser knows more of its reader. */ first: string;
  locale: Locale;
};

/** What the chosen variant comes to in the reader’s country, with shipping and tax, and who sells it: read before a claim. */
export function LandedPrice(props: Props) {
  const { landed, words, opensAt, promises, calendar, locale } = props;
  const chosen = useChosen();
  const unit = landed.find(({ variantIds }) => variantIds.includes(chosen!)) ?? landed[0];
  const [wanted, setWanted] = useState<Shown>({ country: props.first, region: '' });
  const { viewer } = useViewer();
  // The document is the same for everybody: once the browser knows its reader it shows their country, unless they chose one before.
  useEffect(() => {
    void import('./own-country').then((own) => setWanted((was) => own.readerCountry(was, viewer, props)));
  }, [viewer, wanted, props]);
  const country = unit?.countries.find(({ value }) => value === wanted.country) ?? unit?.countries[0];
  if (!unit || !country) return null;
  return (
    <Card as="section" aria-labelledby="landed" className="grid gap-4">
      <h2 id="landed" className="text-subheading">
        {words.heading}
      </h2>
      <Choice
        label={words.country}
        options={unit.countries}
        value={country.value}
        onChoose={(country) => setWanted({ country, region: '', own: true })}
      />
      {country.regions[0] && (
        <Choice
          label={words.region}
          options={[{ value: '', label: words.otherRegion }, ...country.regions]}
          value={wanted.region}
          onChoose={(region) => setWanted({ ...wanted, region })}
        />
      )}
      <Lines {...(country.regions.find(({ value }) => value === wanted.region) ?? country)} words={words} />
      <div className="grid gap-1 text-sm text-muted">
        {country.takes ? (
          <ArrivalLine
            takes={country.takes}
            opensAt={opensAt}
            words={words.arrives}
            calendar={calendar}
            locale={locale}
          />
        ) : (
          country.days && <p>{country.days}</p>
        )}
        <p>{words.soldBy}</p>
      </div>
      {promises}
    </Card>
  );
}

type ChoiceProps = {
  label: string;
  options: { value: string; label: string }[];
  value: string;
  onChoose: (value: string) => void;
};

function Choice({ label, options, value, onChoose }: ChoiceProps) {
  return (
    <label className="grid gap-1.5 text-[0.9375rem] font-semibold">
      {label}
      <select
        value={value}
        onChange={(event) => onChoose(event.target.value)}
        className="min-h-11 w-full rounded-md border border-field-line bg-raised px-3 font-normal text-ink"
      >
        {options.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
    </label>
  );
}

function Lines({ bill, words }: { bill: LandedBill; words: LandedWords }) {
  return (
    <dl className="grid gap-1.5" aria-live="polite">
      {Object.entries(bill).map(([name, amount]) => (
        <div key={name} className={`flex justify-between gap-4 ${name === 'total' ? 'font-semibold' : 'text-muted'}`}>
          <dt>{words[name as keyof LandedBill]}</dt>
          <dd className="numerals">{amount}</dd>
        </div>
      ))}
    </dl>
  );
}
