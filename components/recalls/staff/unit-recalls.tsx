import { Badge } from '@/components/ui/badge';
import { Card, SectionHead } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { listRecallsOfUnit } from '@/lib/recalls/queries/staff';
import { translator } from '@/lib/web/i18n';

import { unitTones } from '../unit-tones';

type Props = { rows: Awaited<ReturnType<typeof listRecallsOfUnit>>; locale: Locale };

/** The recalls of a device for staff. */
export function UnitRecalls({ rows, locale }: Props) {
  const t = translator(locale, 'recalls');
  if (rows.length === 0) return null;
  return (
    <Card as="section" className="grid gap-3">
      <SectionHead title={t('staff.ofUnit')} level={3} />
      <ul className="grid gap-3">
        {rows.map(({ id, state, recall }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2">
            <TextLink href={inLocale(locale, withQuery(paths.staff('recalls', recall.id), { unit: id }))}>
              {localText(locale, recall.title, recall.titleZh)}
            </TextLink>
            <Badge tone={unitTones[state]}>{t(`unitStates.${state}`)}</Badge>
          </li>
        ))}
      </ul>
    </Card>
  );
}
