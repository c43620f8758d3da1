import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/select-field';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { RepairView } from '@/lib/repairs/queries/staff';
import { translator } from '@/lib/web/i18n';

type Props = {
  points: readonly { id: string; name: string; nameZh: string }[];
  pointId?: string;
  view: RepairView;
  locale: Locale;
};

/** Narrows the list of repairs to those of a service point; works without scripts. */
export function PointFilter({ points, pointId, view, locale }: Props) {
  const t = translator(locale, 'repairs');
  return (
    <form action={inLocale(locale, paths.staff('repairs'))} className="mt-4 flex flex-wrap items-end gap-2">
      <input type="hidden" name="view" value={view} />
      <SelectField
        id="point"
        name="point"
        label={t('staff.point')}
        defaultValue={pointId ?? ''}
        blank={t('staff.allPoints')}
        options={points.map(({ id, name, nameZh }) => ({ value: id, label: localText(locale, name, nameZh) }))}
      />
      <Button type="submit">{t('staff.narrow')}</Button>
    </form>
  );
}
