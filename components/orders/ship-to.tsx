'use client';

import { use, useState } from 'react';
import { useTranslations } from 'use-intl';

import { FormContext } from '@/components/forms/form-context';
import { FormCheck } from '@/components/forms/form-fields';
import { SectionHead } from '@/components/ui/card';
import { Fold } from '@/components/ui/fold';
import type { CountryCode } from '@/lib/orders/schema';

import { AddressFields, type KnownAddress } from './address-fields';
import { CompanyFields } from './company-fields';
import { another } from './another-address';
import { SavedChoice, type SavedAddressChoice } from './saved-choice';

/** What a member keeps of addresses; a guest keeps none. */
export type AddressBook = {
  saved: readonly SavedAddressChoice[];
  /** The one that the form begins with, or `another`. */
  chosen: string;
  /** What the page's address says besides the choice. */
  query: string;
  /** What is known for an address that is not kept. */
  blank: KnownAddress;
  /** Whether there is room for one more. */
  hasRoom: boolean;
};

type Props = {
  known: KnownAddress;
  book?: AddressBook;
  countries: { value: string; label: string }[];
  country: CountryCode;
  onCountry: (country: CountryCode) => void;
  onRegion: (region: string) => void;
  /** Told what is known of the address that is chosen. */
  onKnown: (known: KnownAddress) => void;
};

const untouched = { status: 'idle' } as const;

/** Where an order goes and whose invoice it has: one of the addresses that a member keeps, or what is typed. */
export function ShipTo({ known: first, book, countries, country, onCountry, onRegion, onKnown }: Props) {
  const t = useTranslations('orders.checkout');
  const form = use(FormContext);
  const [{ id, known, before }, setChosen] = useState<Chosen>({ id: book?.chosen ?? another, known: first });
  // What was typed and refused before belongs to the address that was chosen before.
  const context = before === form.outcome ? { ...form, outcome: untouched } : form;
  const choose = (next: string) => {
    const kept = book?.saved.find((each) => each.id === next)?.known ?? book?.blank ?? {};
    setChosen({ id: next, known: kept, before: form.outcome });
    onKnown(kept);
  };
  const hasSaved = book !== undefined && book.saved.length > 0;
  const fields = (
    <>
      <AddressFields {...{ known, countries, country, onCountry, onRegion }} />
      {book?.hasRoom && (
        <div className="mt-5">
          <FormCheck name="keep" label={t('keepAddress')} />
        </div>
      )}
    </>
  );
  const isWrong = context.outcome.status === 'refused' && addressParts.some((part) => isRefused(context.outcome, part));
  return (
    <>
      <SectionHead title={t('address')} />
      {hasSaved && <SavedChoice saved={book.saved} chosen={id} query={book.query} onChoose={choose} />}
      <FormContext value={context}>
        {/* Fields of their own for each choice: each begins with what is known of it. */}
        <div key={id} className="grid gap-6">
          {hasSaved && id !== another ? (
            <Fold title={t('editForOrder')} open={isWrong}>
              <div className="pt-4">{fields}</div>
            </Fold>
          ) : (
            <div>{fields}</div>
          )}
          <CompanyFields known={known} country={country} />
        </div>
      </FormContext>
    </>
  );
}

type Outcome = React.ContextType<typeof FormContext>['outcome'];
type Chosen = { id: string; known: KnownAddress; before?: Outcome };

const addressParts = ['name', 'line1', 'line2', 'city', 'region', 'postcode', 'country', 'phone'];
const isRefused = (outcome: Outcome, part: string) => outcome.status === 'refused' && part in outcome.fields;
