import { PointForm } from '@/components/service/staff/point-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { holidayPlaces } from '@/lib/calendar/public-days';
import { localText, messageLocale, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { PointToEdit } from '@/lib/service/queries';
import { translator } from '@/lib/web/i18n';
import { publicMarket } from '@/lib/web/market';

type Props = { point?: PointToEdit; locale: Locale };

/** Where staff write a service point, or change it. */
export async function EditPointPage({ point, locale }: Props) {
  const t = translator(locale, 'service');
  const title = point ? localText(locale, point.name, point.nameZh) : t('staff.new');
  const { timeZone } = await publicMarket();
  return (
    <div className="page pb-16">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            items={[{ label: t('staff.title'), href: inLocale(locale, paths.staff('service')) }, { label: title }]}
            label={t('staff.title')}
          />
        }
        title={title}
      />
      <PointForm
        key={point?.version}
        point={point}
        zone={timeZone}
        countries={await countriesOf(locale)}
        weekdays={weekdaysOf(locale)}
        locale={locale}
      />
    </div>
  );
}

// 1 January 2024 is a Monday.
const weekdaysOf = (locale: Locale): string[] =>
  [1, 2, 3, 4, 5, 6, 7].map((day) =>
    new Intl.DateTimeFormat(messageLocale(locale), { weekday: 'long', timeZone: 'UTC' }).format(
      new Date(Date.UTC(2024, 0, day)),
    ),
  );

async function countriesOf(locale: Locale) {
  const names = new Intl.DisplayNames([messageLocale(locale)], { type: 'region', fallback: 'code' });
  return Object.keys(await holidayPlaces())
    .map((code) => ({ value: code, label: names.of(code) ?? code }))
    .toSorted((a, b) => a.label.localeCompare(b.label, messageLocale(locale)));
}
