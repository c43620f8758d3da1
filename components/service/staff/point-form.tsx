'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';

import { savePointAction } from '@/app/actions/service';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormCheck, FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { InZone, MomentField } from '@/components/forms/moment-field';
import { Card, SectionHead } from '@/components/ui/card';
import { toast } from '@/components/ui/toaster';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { typedHours } from '@/lib/core/hours-words';
import type { PointToEdit } from '@/lib/service/queries';

import { CapabilityChoice, LanguageChoice } from './point-choices';

type Props = {
  point?: PointToEdit;
  /** The shop's time zone. */
  zone: string;
  countries: { value: string; label: string }[];
  /** The days of the week in the reader's language, Monday first. */
  weekdays: string[];
  locale: Locale;
};

/** Writes a service point, or changes it; who saw an older version is told so. */
export function PointForm({ point, zone, countries, weekdays, locale }: Props) {
  const t = useTranslations('service.form');
  const router = useRouter();
  const done = () => {
    toast.success(t('saved'));
    router.push(inLocale(locale, paths.staff('service')));
  };
  return (
    <ActionForm
      action={savePointAction}
      hidden={{ pointId: point?.id, shown: String(point?.version ?? 0) }}
      onDone={done}
      className="grid max-w-3xl gap-6"
    >
      <Where point={point} />
      <Hours {...{ point, zone, countries, weekdays }} />
      <Card as="section" className="grid gap-5" aria-labelledby="does">
        <SectionHead id="does" title={t('does')} />
        <CapabilityChoice initial={point?.capabilities ?? ['REPAIR', 'DROP_OFF']} />
        <LanguageChoice initial={point?.languages ?? ['en']} />
      </Card>
      <FormCheck name="listed" label={t('listed')} hint={t('listedHint')} initial={!point?.hiddenAt} />
      <FormSubmit className="justify-self-start">{t('save')}</FormSubmit>
    </ActionForm>
  );
}

function Where({ point }: Pick<Props, 'point'>) {
  const t = useTranslations('service.form');
  return (
    <Card as="section" className="grid gap-5" aria-labelledby="where">
      <SectionHead id="where" title={t('where')} />
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <FormText name="name" label={t('name')} initial={point?.name} maxLength={80} lang="en" required />
        <FormText name="nameZh" label={t('nameZh')} initial={point?.nameZh} maxLength={80} lang="zh-CN" required />
        <FormArea name="address" label={t('address')} initial={point?.address} rows={3} maxLength={300} required />
        <FormArea
          name="addressZh"
          label={t('addressZh')}
          hint={t('addressHint')}
          initial={point?.addressZh}
          rows={3}
          maxLength={300}
          lang="zh-CN"
        />
        <FormText
          name="place"
          label={t('place')}
          hint={t('placeHint')}
          initial={point && `${point.latitude}, ${point.longitude}`}
          maxLength={60}
          autoComplete="off"
          dir="ltr"
          required
        />
        <FormText name="phone" label={t('phone')} initial={point?.phone} maxLength={40} type="tel" dir="ltr" />
      </div>
    </Card>
  );
}

function Hours({ point, zone, countries, weekdays }: Omit<Props, 'locale'>) {
  const t = useTranslations('service.form');
  return (
    <Card as="section" className="grid gap-5" aria-labelledby="hours">
      <SectionHead id="hours" title={t('hours')} lead={t('hoursHint')} />
      <div className="grid gap-4 sm:grid-cols-2">
        {weekdays.map((name, day) => (
          <FormText
            key={day}
            name={`week.${day}`}
            label={name}
            initial={point ? typedHours(point.week[day]!) : day < 5 ? '09:00–18:00' : ''}
            placeholder={t('off')}
            maxLength={100}
            autoComplete="off"
          />
        ))}
        <FormText name="pointZone" label={t('zone')} initial={point?.zone ?? zone} maxLength={60} dir="ltr" required />
        <FormSelect
          name="country"
          label={t('country')}
          hint={t('countryHint')}
          initial={point?.country ?? ''}
          blank={t('noHolidays')}
          options={countries}
        />
      </div>
      <InZone>
        <MomentField
          name="closedUntil"
          label={t('closedUntil')}
          hint={t('closedHint')}
          initial={point?.closedUntil ?? undefined}
          required={false}
        />
      </InZone>
    </Card>
  );
}
