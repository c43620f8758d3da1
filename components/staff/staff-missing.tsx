import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

/** What staff see of a staff page that is not there, or that their roles do not include: both look the same. */
export function StaffMissing({ locale }: { locale: Locale }) {
  const t = translator(locale, 'staff');
  return (
    <div className="page">
      <EmptyState
        level={1}
        illustration="not-found"
        title={t('missing.title')}
        action={<ButtonLink href={inLocale(locale, paths.staff())}>{t('missing.back')}</ButtonLink>}
      >
        {t('missing.body')}
      </EmptyState>
    </div>
  );
}
