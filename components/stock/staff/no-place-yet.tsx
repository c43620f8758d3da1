import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

/** What comes first: a place where goods lie. */
export function NoPlaceYet({ locale }: { locale: Locale }) {
  const t = translator(locale, 'stock');
  const add = (
    <ButtonLink variant="primary" href={inLocale(locale, paths.staff('stock', 'locations'))}>
      {t('receive.addPlace')}
    </ButtonLink>
  );
  return <Notice action={add}>{t('receive.noPlace')}</Notice>;
}
