import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { lineTitle } from '@/lib/orders/schema';
import type { PackedOrder } from '@/lib/orders/packing';
import { paths } from '@/lib/paths';

import { labelPath } from '../label-of';
import { OpenLabel } from './open-label';
import { LeavePacking, PackLineRow, SendPacked, StartPacking } from './packing-forms';
import { ScanForm } from './scan-form';

type Choices = { value: string; label: string }[];
type Props = {
  order: PackedOrder | null;
  choice: string;
  choices: Choices;
  /** How many orders wait to be packed, counted up to a hundred. */
  waiting: number;
  /** The order whose parcel was just sent, and its label. */
  sent: { number: string; label: string | null } | null;
  locale: Locale;
};

/** Packing, an order at a time: what goes into its parcel is scanned, and with the last piece the parcel is sent. */
export function PackingView({ order, choice, choices, waiting, sent, locale }: Props) {
  const t = translator(locale, 'orders');
  const crumbs = [
    { label: t('staff.title'), href: inLocale(locale, paths.staff('orders')) },
    { label: t('staff.packing.title') },
  ];
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('staff.packing.title')}
        lead={t('staff.packing.lead')}
        breadcrumbs={<Breadcrumbs label={t('staff.title')} items={crumbs} />}
        meta={<span>{t('staff.packing.waiting', { count: waiting })}</span>}
      />
      <div className="grid gap-6">
        {sent && <Sent sent={sent} locale={locale} />}
        {order ? (
          <Order {...{ order, choice, choices, locale }} />
        ) : (
          <Card as="section" className="grid max-w-xl gap-4">
            <h2 className="text-subheading">{t(waiting > 0 ? 'staff.packing.ready' : 'staff.packing.none')}</h2>
            <p className="text-muted">{t(waiting > 0 ? 'staff.packing.readyBody' : 'staff.packing.noneBody')}</p>
            {waiting > 0 && <StartPacking choice={choice} locale={locale} />}
          </Card>
        )}
      </div>
    </div>
  );
}

function Sent({ sent: { number, label }, locale }: { sent: NonNullable<Props['sent']>; locale: Locale }) {
  const t = translator(locale, 'orders');
  return (
    <Notice
      tone="positive"
      title={t('staff.packing.sent', { number })}
      action={label && <OpenLabel href={labelPath(locale, number, label)}>{t('staff.label.print')}</OpenLabel>}
    />
  );
}

type OrderProps = { order: PackedOrder; choice: string; choices: Choices; locale: Locale };

function Order({ order, choice, choices, locale }: OrderProps) {
  const t = translator(locale, 'orders');
  const { number, lines, complete } = order;
  const packed = lines.reduce((sum, line) => sum + line.packed, 0);
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_23rem]">
      <Card as="section" className="grid gap-5">
        <h2 className="flex flex-wrap items-baseline justify-between gap-x-4 text-subheading">
          <TextLink className="font-mono" href={inLocale(locale, paths.staff('orders', number))}>
            {number}
          </TextLink>
        </h2>
        <ScanForm {...{ number, choice, choices, locale, packed }} />
        <ul className="grid gap-3">
          {lines.map((line) => (
            <PackLineRow
              key={line.id}
              number={number}
              line={{
                ...{ id: line.id, wanted: line.wanted, packed: line.packed, serials: line.serials },
                title: lineTitle(locale, line),
                sku: line.variant.sku ?? '',
              }}
            />
          ))}
        </ul>
      </Card>
      <Card as="section" className="grid gap-5">
        <h2 className="text-subheading">{t('staff.packing.parcel')}</h2>
        <SendPacked key={`${number} ${complete}`} {...{ number, complete, choice, choices, locale }} />
        <LeavePacking number={number} />
      </Card>
    </div>
  );
}
