'use client';

import 'uplot/dist/uPlot.min.css';

import { useTranslations } from 'use-intl';

import { Table } from '@/components/ui/table';
import type { Pace } from '@/lib/drops/queries';

import { clockWords } from './clock-words';
import { useClaimsChart } from './use-claims-chart';

/** Claims and returns since the opening of a wave, drawn, and told in a table for who cannot see it. */
export function ClaimsChart({ pace }: { pace: Pace }) {
  const t = useTranslations('drops.staff.live');
  const host = useClaimsChart(pace);
  const empty = pace.claimed.length === 0;
  return (
    <figure className="grid min-w-0 gap-2">
      <figcaption>
        <h3 className="text-subheading">{t('chart')}</h3>
        <p className="text-sm text-muted">
          {empty ? t('empty') : t('chartLead', { number: pace.wave, step: stepWords(pace.step) })}
        </p>
      </figcaption>
      <ul aria-hidden className={empty ? 'hidden' : 'flex flex-wrap gap-x-5 gap-y-1 text-sm'}>
        <li className="flex items-center gap-2">
          <span className="size-3 rounded-sm bg-accent" />
          {t('claimed')}
        </li>
        <li className="flex items-center gap-2">
          <span className="h-0.5 w-4 bg-info" />
          {t('returned')}
        </li>
      </ul>
      <div ref={host} aria-hidden className={empty ? 'hidden' : 'h-56 min-w-0 overflow-hidden'} />
      {!empty && <AsTable pace={pace} />}
    </figure>
  );

  function stepWords(step: number): string {
    if (step < 60) return t('stepSeconds', { count: step });
    return step < 3_600 ? t('stepMinutes', { count: step / 60 }) : t('stepHours', { count: step / 3_600 });
  }
}

function AsTable({ pace: { claimed, returned, step } }: { pace: Pace }) {
  const t = useTranslations('drops.staff.live');
  const rows = claimed
    .map((count, at) => ({ at, claimed: count, returned: returned[at] ?? 0 }))
    .filter((row) => row.claimed + row.returned > 0);
  return (
    <details className="text-[0.9375rem]">
      <summary className="touch w-fit cursor-pointer py-2 text-muted hover:text-ink">{t('asTable')}</summary>
      <Table
        caption={t('chart')}
        rows={rows}
        rowKey={({ at }) => String(at)}
        columns={[
          { key: 'time', header: t('time'), lead: true, cell: ({ at }) => `+${clockWords(at * step)}` },
          { key: 'claimed', header: t('claimed'), align: 'end', cell: (row) => row.claimed },
          { key: 'returned', header: t('returned'), align: 'end', cell: (row) => row.returned },
        ]}
      />
    </details>
  );
}
