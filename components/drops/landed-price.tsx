'use client';

import { useEffect, useState, type ReactNode } from 'react';

import { ArrivalLine } from '@/components/markets/arrival-line';
import { Card } from '@/components/ui/card';
import { useViewer } from '@/components/viewer/viewer-provider';
import type { DeliveryCalendar } from '@/lib/calendar/choices/delivery';
import type { Locale } from '@/lib/core/locale';

import { useChosen } from './chosen-variant';
import type { Landed, LandedBill, LandedWords } from './landed-of';
import { countryToShow, ownCountry } from './own-country';

type Props = {
  landed: Landed[];
  words: LandedWords;
  /** When the drop opens, where it has not yet. */ opensAt?: string;
  /** What is promised wherever it goes. */ promises: ReactNode;
  /** When the shop works and carriers drive. */ calendar: DeliveryCalendar;
  locale: Locale;
};

/** What the chosen variant comes to in the reader’s country, with shipping and tax, and who sells it: read before a claim. */
export function LandedPrice({ landed, words, opensAt, promises, calendar, locale }: Props) {
  const chosen = useChosen();
  const unit = landed.find(({ variantIds }) => chosen !== null && variantIds.includes(chosen)) ?? landed[0];
  const served = unit?.countries.map(({ value }) => value) ?? [];
  const known = useKnownCountries();
  const [wanted, setWanted] = useState({ country: '', region: '' });
  const first = wanted.country || countryToShow(served, { ...known, home: calendar.country, locale });
  const country = unit?.countries.find(({ value }) => value === first) ?? unit?.countries[0];
  if (!unit || !country) return null;
  const region = country.regions.find(({ value }) => value === wanted.region);
  return (
    <Card as="section" aria-labelledby="landed" className="grid gap-4">
      <h2 id="landed" className="text-subheading">
        {words.heading}
      </h2>
      <Choice
        label={words.country}
        options={unit.countries}
        value={country.value}
        onChoose={(value) => {
          ownCountry(value);
          setWanted({ country: value, region: '' });
        }}
      />
      {country.regions.length > 0 && (
        <Choice
          label={words.region}
          options={[{ value: '', label: words.otherRegion }, ...country.regions]}
          value={region?.value ?? ''}
          onChoose={(value) => setWanted({ country: country.value, region: value })}
        />
      )}
      <Lines bill={(region ?? country).bill} words={words} />
      <div className="grid gap-1 text-sm text-muted">
        {country.takes ? (
          <ArrivalLine
            takes={country.takes}
            opensAt={opensAt}
            words={opensAt ? words.arrivesAfterOpening : words.arrives}
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

// The document is the same for everybody: what is known of the reader is asked once the browser has it.
function useKnownCountries() {
  const { viewer } = useViewer();
  const [browser, setBrowser] = useState<{ kept?: string; languages: readonly string[] }>({ languages: [] });
  useEffect(() => setBrowser({ kept: ownCountry(), languages: navigator.languages }), []);
  return { own: [browser.kept, viewer?.drop?.reservation?.country, viewer?.shipsTo], languages: browser.languages };
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
      {(['goods', 'shipping', 'tax', 'total'] as const).map((name) => (
        <div key={name} className={`flex justify-between gap-4 ${name === 'total' ? 'font-semibold' : 'text-muted'}`}>
          <dt>{words[name === 'tax' && bill.taxIncluded ? 'taxIncluded' : name]}</dt>
          <dd className="numerals">{bill[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
