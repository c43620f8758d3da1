import { Table } from '@/components/ui/table';
import { groupDigits } from '@/lib/core/digits';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import type { StaffDrop } from '@/lib/drops/queries';

/** The units of a plan, by wave, variant and channel; of a drop that was announced the live figures tell them. */
export function PlanUnits({ drop, locale }: { drop: StaffDrop; locale: Locale }) {
  const t = translator(locale, 'drops');
  const rows = drop.waves.flatMap(({ number, allotments }) => allotments.map((each) => ({ number, ...each })));
  return (
    <Table
      caption={t('staff.live.channels')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'variant',
          header: t('allotment.variant'),
          lead: true,
          cell: ({ variant }) => localText(locale, variant.title, variant.titleZh),
        },
        { key: 'wave', header: t('staff.timeline.wave'), cell: ({ number }) => t('draw.wave', { number }) },
        { key: 'for', header: t('allotment.for'), cell: ({ channel }) => t(`channel.${channel}`) },
        { key: 'units', header: t('staff.live.units'), align: 'end', cell: ({ units }) => groupDigits(units) },
      ]}
    />
  );
}
