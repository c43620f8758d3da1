'use client';

import { use, useState } from 'react';
import { Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { FormContext } from '@/components/forms/form-context';
import { MomentField } from '@/components/forms/moment-field';
import { ZoneNote } from '@/components/forms/zone-note';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { Locale } from '@/lib/core/locale';
import { mostWaves } from '@/lib/drops/schema';

import { UnitsFields, type UnitsVariant } from '../units-fields';

type Props = {
  variants: UnitsVariant[];
  locale: Locale;
  /** The units of each further wave that stands in the form at first. */
  first: Record<string, number>[];
};

type Row = { number: number; units?: Record<string, number>; added?: true };

/** The waves of a new plan after its first. A wave keeps the number of its fields when one before it is taken out; its heading counts anew. */
export function FurtherWaves({ variants, locale, first }: Props) {
  const t = useTranslations('drops.staff.further');
  const { outcome } = use(FormContext);
  const [rows, setRows] = useState<Row[]>(() => rowsOf(first, outcome.status === 'refused' ? outcome.typed : {}));
  const [next, setNext] = useState(() => Math.max(1, ...rows.map(({ number }) => number)) + 1);
  const add = () => {
    setRows([...rows, { number: next, added: true }]);
    setNext(next + 1);
  };
  return (
    <>
      {rows.map((row, at) => (
        <Wave
          key={row.number}
          row={row}
          title={t('title', { number: at + 2 })}
          variants={variants}
          locale={locale}
          onRemove={() => setRows(rows.filter((each) => each !== row))}
        />
      ))}
      {/* What is left out of names in between is used up: numbers have two digits. */}
      {rows.length < mostWaves - 1 && next < 100 && (
        <div className="js-only grid justify-items-start gap-1.5">
          <Button icon={<Plus aria-hidden />} onClick={add}>
            {t('add')}
          </Button>
          <p className="text-sm text-muted">{t('hint')}</p>
        </div>
      )}
    </>
  );
}

// What was typed before the form was posted without scripts counts more than what stood there at first.
function rowsOf(first: Record<string, number>[], typed: Record<string, string>): Row[] {
  const numbers = Object.keys(typed).flatMap((name) => /^waves\.(\d{1,2})\./.exec(name)?.[1] ?? []);
  if (numbers.length > 0)
    return [...new Set(numbers.map(Number))].toSorted((a, b) => a - b).map((number) => ({ number }));
  return first.map((units, at) => ({ number: at + 2, units }));
}

type WaveProps = { row: Row; title: string; variants: UnitsVariant[]; locale: Locale; onRemove: () => void };

function Wave({ row: { number, units, added }, title, variants, locale, onRemove }: WaveProps) {
  const t = useTranslations('drops.staff');
  const at = `waves.${number}.`;
  return (
    <Card as="section" aria-labelledby={`wave-${number}`} className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2
          id={`wave-${number}`}
          tabIndex={-1}
          ref={(heading) => {
            if (added) heading?.focus();
          }}
          className="text-subheading"
        >
          {title}
        </h2>
        <Button size="sm" variant="quiet" className="js-only" aria-describedby={`wave-${number}`} onClick={onRemove}>
          {t('further.remove')}
        </Button>
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <MomentField name={`${at}opensAt`} label={t('opensAt')} />
        <MomentField name={`${at}closesAt`} label={t('closesAt')} />
      </div>
      <ZoneNote />
      <UnitsFields variants={variants} locale={locale} units={units} at={at} />
    </Card>
  );
}
