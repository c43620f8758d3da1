'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { setCalendarAction } from '@/app/actions/calendar';
import { ActionForm } from '@/components/forms/action-form';
import { FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { Card, SectionHead } from '@/components/ui/card';
import { toast } from '@/components/ui/toaster';
import type { CalendarData } from '@/lib/calendar/choices/calendar';
import { typedHours } from '@/lib/core/hours-words';

import { RangeRows } from './range-rows';

type Choice = { value: string; label: string };
type Props = {
  calendar: CalendarData;
  shown: number;
  /** The days of the week in the reader's language, Monday first. */
  weekdays: string[];
  countries: Choice[];
  /** The regions of the country that is saved; empty where it has none of its own. */
  regions: Choice[];
};

/** When the shop works: the hours of each weekday, whose holidays are off, and days that staff set apart. */
export function CalendarForm({ calendar, shown, weekdays, countries, regions }: Props) {
  const t = useTranslations('calendar');
  const { week, holidays, ranges } = calendar;
  const [country, setCountry] = useState(holidays?.country ?? '');
  return (
    <ActionForm
      action={setCalendarAction}
      hidden={{ shown: `${shown}` }}
      onDone={() => toast.success(t('saved'))}
      className="max-w-3xl gap-6"
    >
      <Card as="section" aria-labelledby="hours">
        <SectionHead id="hours" title={t('hours')} lead={t('hoursLead')} />
        <div className="grid gap-4 sm:grid-cols-2">
          {weekdays.map((name, day) => (
            <FormText
              key={day}
              name={`week.${day}`}
              label={name}
              initial={typedHours(week[day]!)}
              placeholder={t('closed')}
              maxLength={100}
              autoComplete="off"
            />
          ))}
        </div>
      </Card>
      <Card as="section" aria-labelledby="holidays">
        <SectionHead id="holidays" title={t('holidays')} lead={t('holidaysLead')} />
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <FormSelect
            name="country"
            label={t('country')}
            options={[{ value: '', label: t('noHolidays') }, ...countries]}
            hint={country !== '' && country !== holidays?.country && t('countryHint')}
            initial={holidays?.country ?? ''}
            onChange={({ target }) => setCountry(target.value)}
          />
          {/* A region of the country before is none of the one that is chosen now. */}
          {regions.length > 0 && country === holidays?.country && (
            <FormSelect
              name="region"
              label={t('region')}
              hint={t('regionHint')}
              options={[{ value: '', label: t('wholeCountry') }, ...regions]}
              initial={holidays?.region ?? ''}
            />
          )}
        </div>
      </Card>
      <Card as="section" aria-labelledby="ranges">
        <SectionHead id="ranges" title={t('ranges')} lead={t('rangesLead')} />
        <RangeRows ranges={ranges} />
      </Card>
      <FormSubmit className="justify-self-start">{t('save')}</FormSubmit>
    </ActionForm>
  );
}
