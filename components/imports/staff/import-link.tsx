import { ButtonLink } from '@/components/ui/button';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

/** Leads to where a shop and a forum move in, from lists that are still empty. */
export function ImportLink({ from, locale }: { from: 'shop' | 'forum'; locale: Locale }) {
  return (
    <ButtonLink href={`${inLocale(locale, paths.staff('imports'))}#${from}`} variant="secondary">
      {translator(locale, 'imports')(`${from}.go`)}
    </ButtonLink>
  );
}
