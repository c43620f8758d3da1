import { MemberLink } from '@/components/members/member-link';
import { Badge } from '@/components/ui/badge';
import { Card, SectionHead } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/link';
import { Pagination } from '@/components/ui/pagination';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { RecallUnitRow } from '@/lib/recalls/queries/staff';
import { translator } from '@/lib/web/i18n';

import { unitTones } from '../unit-tones';

type Props = {
  page: { rows: readonly RecallUnitRow[]; next: string | null };
  /** The page of the recall, with the state that it is narrowed to. */
  home: string;
  isFirst: boolean;
  locale: Locale;
};

/** One page of the devices of a recall. */
export function RecallUnits({ page: { rows, next }, home, isFirst, locale }: Props) {
  const t = translator(locale, 'recalls');
  return (
    <section aria-labelledby="units">
      <SectionHead id="units" title={t('staff.units')} />
      {rows.length === 0 ? (
        <EmptyState compact title={t('staff.unitsEmpty')} />
      ) : (
        <Card flush>
          <ul className="divide-y divide-line">
            {rows.map((row) => (
              <Row key={row.id} row={row} home={home} locale={locale} />
            ))}
          </ul>
        </Card>
      )}
      <Pagination
        label={t('staff.unitsPages')}
        previous={isFirst ? null : { href: home, label: t('staff.first') }}
        next={next ? { href: withQuery(home, { after: next }), label: t('staff.next') } : null}
      />
    </section>
  );
}

function Row({ row, home, locale }: { row: RecallUnitRow; home: string; locale: Locale }) {
  const t = translator(locale, 'recalls');
  const { id, unit, owner, order, state, told, stoppedAt, remedy } = row;
  return (
    <li className="grid gap-1 p-4 sm:px-6">
      <span className="flex flex-wrap items-center justify-between gap-2">
        <TextLink href={`${withQuery(home, { unit: id })}#unit`} className="font-mono break-all">
          {unit.serial}
        </TextLink>
        <Badge tone={unitTones[state]}>{t(`unitStates.${state}`)}</Badge>
      </span>
      <span className="flex flex-wrap gap-x-3 text-sm text-muted">
        {owner ? <MemberLink member={owner} locale={locale} /> : <span>{t('staff.nobody')}</span>}
        {order && (
          <TextLink href={inLocale(locale, paths.staff('orders', order.number))}>
            {t('staff.ofOrder', { number: order.number })}
          </TextLink>
        )}
        {owner && <span>{t('staff.told', { count: told })}</span>}
        {stoppedAt && <span>{t('staff.stopped')}</span>}
        {remedy && <span>{t(`remedyNames.${remedy}`)}</span>}
      </span>
    </li>
  );
}
