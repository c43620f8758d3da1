import { Card, SectionHead } from '@/components/ui/card';
import { ShopTime } from '@/components/forms/shop-time';
import { Table } from '@/components/ui/table';
import { groupDigits } from '@/lib/core/digits';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import type { StaffDrop } from '@/lib/drops/queries';

/** Which units were put on offer or carried on, in which book, by whom and why. */
export function OfferedCard({ drop, locale }: { drop: StaffDrop; locale: Locale }) {
  const t = translator(locale, 'drops');
  const book = ({ wave, variant, channel }: StaffDrop['movements'][number]['allotment']) =>
    t('ledger.bookName', {
      wave: wave.number,
      variant: localText(locale, variant.title, variant.titleZh),
      channel: t(`channel.${channel}`),
    });
  return (
    <section aria-labelledby="offered">
      <SectionHead id="offered" title={t('staff.movements')} />
      <Card flush>
        <Table
          caption={t('staff.movements')}
          rows={drop.movements}
          rowKey={({ allotmentId, seq }) => `${allotmentId} ${seq}`}
          columns={[
            { key: 'book', header: t('allotment.variant'), lead: true, cell: ({ allotment }) => book(allotment) },
            {
              key: 'kind',
              header: t('staff.state'),
              cell: ({ kind }) => t(`staff.kind.${kind as 'OFFERED' | 'ADDED' | 'CARRIED_IN' | 'CARRIED_OUT'}`),
              className: 'sm:whitespace-nowrap',
            },
            { key: 'at', header: t('staff.when'), cell: ({ at }) => <ShopTime at={at} locale={locale} /> },
            { key: 'by', header: t('staff.movedBy'), cell: ({ by }) => by?.actor?.name ?? t('staff.byItself') },
            { key: 'why', header: t('staff.addReason'), cell: ({ by }) => by?.reason ?? '' },
            {
              key: 'units',
              header: t('allotment.units'),
              align: 'end',
              cell: ({ delta }) => (delta > 0 ? `+${groupDigits(delta)}` : `−${groupDigits(-delta)}`),
            },
          ]}
        />
      </Card>
    </section>
  );
}
