import { Wrench } from 'lucide-react';

import { Card, SectionHead } from '@/components/ui/card';
import { Fold } from '@/components/ui/fold';
import { TextLink } from '@/components/ui/link';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { RepairsOfOrder } from '@/lib/flows/repairs/read-repairs';
import { askRepairPath, repairPath, type AskedAs } from '@/lib/repairs/choices/repair-path';

import { deviceTitle } from './device-title';
import { ListedRepairs } from './listed-repairs';

type Props = { repairs: RepairsOfOrder; asked: AskedAs; locale: Locale };

/** The repairs of what an order brought, and the way to ask for one. */
export function OrderRepairs({ repairs: { rows, units }, asked, locale }: Props) {
  const t = translator(locale, 'repairs');
  if (rows.length === 0 && units.length === 0) return null;
  return (
    <Card as="section" className="grid gap-4">
      <SectionHead title={t('title')} level={3} />
      {rows.length > 0 && (
        <ListedRepairs
          rows={rows.map((row) => ({ ...row, title: `${deviceTitle(row.unit, locale)} · ${row.unit.serial}` }))}
          hrefOf={(number) => repairPath(asked, number)}
          locale={locale}
        />
      )}
      {units.length > 0 && (
        <Fold title={t('ask')}>
          <ul className="mt-3 grid gap-2">
            {units.map(({ unitId, serial, ...unit }) => (
              <li key={unitId} className="flex items-start gap-2">
                <Wrench aria-hidden className="mt-1 size-4 shrink-0 text-muted" />
                <TextLink href={inLocale(locale, askRepairPath(asked, unitId))} className="min-w-0 break-words">
                  {deviceTitle(unit, locale)} · <span className="font-mono">{serial}</span>
                </TextLink>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </Card>
  );
}
