import { Wrench } from 'lucide-react';

import { ButtonLink } from '@/components/ui/button';
import { Card, SectionHead } from '@/components/ui/card';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { askRepairPath, repairPath } from '@/lib/repairs/choices/repair-path';
import type { ListedRepair } from '@/lib/repairs/queries/own';

import { ListedRepairs } from './listed-repairs';

type Props = { unitId: string; rows: readonly ListedRepair[]; canAsk: boolean; locale: Locale };

/** The repairs that the owner of a device asked for, and the way to ask for one. */
export function DeviceRepairs({ unitId, rows, canAsk, locale }: Props) {
  const t = translator(locale, 'repairs');
  return (
    <Card as="section" className="grid gap-4" aria-labelledby="repairs">
      <SectionHead id="repairs" title={t('title')} lead={rows.length === 0 ? t('deviceLead') : undefined} />
      {rows.length > 0 && <ListedRepairs rows={rows} hrefOf={(number) => repairPath({}, number)} locale={locale} />}
      {canAsk && (
        <ButtonLink
          variant="secondary"
          className="w-fit"
          href={inLocale(locale, askRepairPath({}, unitId))}
          icon={<Wrench aria-hidden />}
        >
          {t('ask')}
        </ButtonLink>
      )}
    </Card>
  );
}
