'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { FormSelect, FormText } from '@/components/forms/form-fields';
import { Button } from '@/components/ui/button';
import { calendarMost, type Range } from '@/lib/calendar/choices/calendar';

/** Days that are closed or worked out of turn, a row each; a row that is left empty is none, so that two stand ready without scripts. */
export function RangeRows({ ranges }: { ranges: Range[] }) {
  const t = useTranslations('calendar');
  const [blank, setBlank] = useState(2);
  const rows: (Range | undefined)[] = [...ranges, ...Array.from({ length: blank }, () => undefined)];
  const kinds = (['closed', 'worked'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }));
  return (
    <>
      <ol className="divide-y divide-line">
        {rows.slice(0, calendarMost.ranges).map((range, at) => (
          <li key={at} className="py-5 first:pt-0">
            <fieldset className="grid min-w-0 items-start gap-x-4 gap-y-3 sm:grid-cols-2">
              <legend className="sr-only">{t('row', { number: at + 1 })}</legend>
              <FormText name={`ranges.${at}.from`} label={t('from')} type="date" initial={range?.from} />
              <FormText name={`ranges.${at}.until`} label={t('until')} type="date" initial={range?.until} />
              <FormSelect
                name={`ranges.${at}.kind`}
                label={t('kind')}
                options={kinds}
                initial={range?.worked ? 'worked' : 'closed'}
              />
              <FormText name={`ranges.${at}.name`} label={t('name')} maxLength={80} initial={range?.name} />
            </fieldset>
          </li>
        ))}
      </ol>
      {rows.length < calendarMost.ranges && (
        <Button className="mt-4" icon={<Plus aria-hidden />} onClick={() => setBlank(blank + 1)}>
          {t('add')}
        </Button>
      )}
    </>
  );
}
