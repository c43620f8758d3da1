import { Button, ButtonLink } from '@/components/ui/button';
import { Search } from '@/components/ui/icons';
import { TextField } from '@/components/ui/text-field';
import { translator } from '@/lib/core/i18n';
import { mostOfSearch } from '@/lib/core/list';
import type { Locale } from '@/lib/core/locale';

/** Looks for a part of either address. */
export function RedirectSearch({ words, here, locale }: { words?: string; here: string; locale: Locale }) {
  const t = translator(locale, 'redirects');
  return (
    <form method="get" action={here} role="search" className="mb-5 flex flex-wrap items-end gap-2.5">
      <TextField
        type="search"
        name="q"
        id="redirect-search"
        label={t('search')}
        defaultValue={words}
        maxLength={mostOfSearch}
        before={<Search aria-hidden />}
        className="min-w-0 flex-1 basis-60 sm:max-w-md"
      />
      <Button type="submit">{t('find')}</Button>
      {words && (
        <ButtonLink href={here} variant="quiet">
          {t('showAll')}
        </ButtonLink>
      )}
    </form>
  );
}
