import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { CalendarForm } from '@/components/calendar/staff/calendar-form';
import { DaysAhead } from '@/components/calendar/staff/days-ahead';
import { SettingsTabs } from '@/components/markets/staff/settings-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { daysAheadOf } from '@/lib/calendar/days-ahead';
import { holidayPlaces } from '@/lib/calendar/public-days';
import { shopCalendar } from '@/lib/calendar/shop-calendar';
import { reading } from '@/lib/core/context';
import { messageLocale, type Locale } from '@/lib/core/locale';
import { readSettings } from '@/lib/core/shop-settings';
import { dayInZone } from '@/lib/core/zoned-time';
import { translator } from '@/lib/web/i18n';
import { publicMarket } from '@/lib/web/market';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requirePermission('calendar.edit');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'calendar')('title'));
});

export default pageOrMissing(async function StaffCalendarPage({ params }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const { db, now } = reading(actor);
  const t = translator(locale, 'calendar');
  const { version, ...calendar } = await readSettings(shopCalendar, db);
  const { timeZone } = await publicMarket();
  const place = calendar.holidays?.country;
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader title={t('title')} lead={t('lead', { zone: timeZone })} className="mb-0! pb-0!" />
      <SettingsTabs actor={actor} current="calendar" locale={locale} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <CalendarForm
          key={version}
          calendar={calendar}
          shown={version}
          weekdays={weekdaysOf(locale)}
          countries={await countriesOf(locale)}
          regions={place ? choices(await holidayPlaces(place), locale) : []}
        />
        <DaysAhead days={await daysAheadOf(calendar, dayInZone(timeZone, now))} locale={locale} />
      </div>
    </div>
  );
});

// 1 January 2024 is a Monday.
const weekdaysOf = (locale: Locale): string[] =>
  [1, 2, 3, 4, 5, 6, 7].map((day) =>
    new Intl.DateTimeFormat(messageLocale(locale), { weekday: 'long', timeZone: 'UTC' }).format(
      new Date(Date.UTC(2024, 0, day)),
    ),
  );

async function countriesOf(locale: Locale) {
  const names = new Intl.DisplayNames([messageLocale(locale)], { type: 'region', fallback: 'code' });
  const known = Object.keys(await holidayPlaces()).map((code) => [code, names.of(code) ?? code] as const);
  return choices(Object.fromEntries(known), locale);
}

const choices = (places: Record<string, string>, locale: Locale) =>
  Object.entries(places)
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label, messageLocale(locale)));
