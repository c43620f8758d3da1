import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { translator } from '@/lib/core/i18n';
import { messageLocale, type Locale } from '@/lib/core/locale';
import type { AreaCounts, AreaView } from '@/lib/flows/brand/read-areas';

import { AreaSwitch } from './area-switch';

type Props = { version: number; areas: AreaView[]; counts: AreaCounts; locale: Locale };

/** Every area with its state, and the way to turn it off or on. */
export function AreaList({ version, areas, counts, locale }: Props) {
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {areas.map((view) => (
          <Area key={`${view.area} ${version}`} view={view} version={version} counts={counts} locale={locale} />
        ))}
      </ul>
    </Card>
  );
}

type AreaProps = { view: AreaView; version: number; counts: AreaCounts; locale: Locale };

function Area({ view: { area, turnedOff, offWith, takes }, version, counts, locale }: AreaProps) {
  const t = translator(locale, 'brand');
  const state = turnedOff ? 'off' : offWith ? 'offWith' : 'on';
  const others = takes.map((each) => t(`areas.name.${each}`));
  const consequence = [
    t(`areas.consequence.${area}`, counts),
    ...(others.length > 0
      ? [t('areas.takes', { count: others.length, areas: new Intl.ListFormat(messageLocale(locale)).format(others) })]
      : []),
    // What goes with it says its own consequence.
    ...takes.filter((each) => each === 'drops').map((each) => t(`areas.consequence.${each}`, counts)),
    t('areas.links'),
  ];
  return (
    <li className="grid gap-x-6 gap-y-3 p-4 sm:p-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="min-w-0">
        <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-subheading">
          {t(`areas.name.${area}`)}
          <Badge tone={state === 'on' ? 'positive' : 'warning'}>
            {t(`areas.${state}`, { area: offWith ? t(`areas.name.${offWith}`) : '' })}
          </Badge>
        </h2>
        <p className="mt-1 max-w-prose text-[0.9375rem] text-muted">{t(`areas.about.${area}`)}</p>
      </div>
      <AreaSwitch area={area} turnedOff={turnedOff} shown={version} consequence={consequence} />
    </li>
  );
}
