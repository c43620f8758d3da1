'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { useFormField } from '@/components/forms/form-context';
import { Button, IconButton } from '@/components/ui/button';
import type { TypedZone } from '@/lib/markets/schema';

import { TypedSelect, TypedText } from './typed-field';
import { changed } from '@/lib/markets/choices/typed';

type Rate = TypedZone['rates'][number];
type Props = {
  rate: Rate;
  path: string;
  currencies: { value: string; label: string }[];
  /** Whether it is in the shop's own currency: then there is no currency to choose, and no box around it. */
  alone?: boolean;
  onChange: (change: Partial<Rate> | null) => void;
};

/** What a zone costs in one currency, by weight. */
export function RateTable({ rate, path, currencies, alone = false, onChange }: Props) {
  const t = useTranslations('markets.shipping');
  const { error } = useFormField(path);
  return (
    <fieldset className={alone ? 'grid gap-3' : 'grid gap-3 rounded-lg border border-line p-4'}>
      <legend className={alone ? 'mb-3 text-[0.9375rem] font-semibold' : 'px-1 text-[0.9375rem] font-semibold'}>
        {rate.currency ? t('pricesIn', { currency: rate.currency }) : t('prices')}
      </legend>
      {!alone && (
        <div className="flex flex-wrap items-end justify-between gap-3">
          <TypedSelect
            path={`${path}.currency`}
            label={t('currency')}
            options={currencies}
            blank={t('chooseCurrency')}
            value={rate.currency ?? ''}
            onType={(currency) => onChange({ currency })}
            className="min-w-0 flex-1 basis-56 sm:max-w-80"
          />
          <Button size="sm" variant="quiet" onClick={() => onChange(null)}>
            {t('removeCurrency')}
          </Button>
        </div>
      )}
      {error && <p className="text-danger">{error}</p>}
      {rate.bands.map((band, at) => (
        <BandRow
          key={at}
          band={band}
          at={at}
          path={path}
          only={rate.bands.length === 1}
          onChange={(change) => onChange({ bands: changed(rate.bands, at, change) })}
        />
      ))}
      <div>
        <Button size="sm" variant="quiet" onClick={() => onChange({ bands: [...rate.bands, { upTo: '', price: '' }] })}>
          {t('addWeight')}
        </Button>
      </div>
    </fieldset>
  );
}

type Band = Rate['bands'][number];
type BandProps = {
  band: Band;
  at: number;
  path: string;
  only: boolean;
  onChange: (change: Partial<Band> | null) => void;
};

function BandRow({ band: { upTo, price }, at, path, only, onChange }: BandProps) {
  const t = useTranslations('markets.shipping');
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-start gap-3">
      <TypedText
        path={`${path}.bands.${at}.upTo`}
        label={t('upTo')}
        placeholder={t('anyWeight')}
        value={String(upTo ?? '')}
        inputMode="numeric"
        maxLength={8}
        onType={(value) => onChange({ upTo: value })}
      />
      <TypedText
        path={`${path}.bands.${at}.price`}
        label={t('price')}
        value={String(price ?? '')}
        inputMode="decimal"
        maxLength={12}
        onType={(value) => onChange({ price: value })}
      />
      <IconButton
        className="mt-7"
        disabled={only}
        label={t('removeWeight', { number: at + 1 })}
        onClick={() => onChange(null)}
      >
        <X aria-hidden />
      </IconButton>
    </div>
  );
}
