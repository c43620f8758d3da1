import { Button } from '@/components/ui/button';
import { Download } from '@/components/ui/icons';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { api } from '@/lib/core/paths';

/** Downloads all redirects as a CSV file. */
export function ExportRedirects({ locale }: { locale: Locale }) {
  return (
    <form method="post" action={api('export', 'redirects')}>
      <input type="hidden" name="locale" value={locale} />
      <Button type="submit" icon={<Download aria-hidden />}>
        {translator(locale, 'redirects')('export')}
      </Button>
    </form>
  );
}
