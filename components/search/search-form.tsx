import { Search } from 'lucide-react';

import { Button } from '@/components/ui/button';
import { controlLook } from '@/components/ui/field';
import { cx } from '@/components/ui/cx';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { searchPath } from '@/lib/search/choices/search-path';
import { longestSearch } from '@/lib/search/schema';

/** The field of the search page: a plain form, so that it works without scripts and its address can be kept. */
export function SearchForm({ q, locale }: { q: string; locale: Locale }) {
  const t = translator(locale, 'search');
  return (
    <form role="search" action={inLocale(locale, searchPath())} className="flex max-w-3xl gap-2.5">
      <div className="relative flex min-w-0 flex-1 items-center">
        <Search aria-hidden className="pointer-events-none absolute start-3.5 size-4.5 text-muted" />
        <input
          key={q}
          type="search"
          name="q"
          aria-label={t('label')}
          placeholder={t('placeholder')}
          defaultValue={q}
          maxLength={longestSearch}
          dir="auto"
          enterKeyHint="search"
          autoComplete="off"
          className={cx(controlLook, 'ps-10.5')}
        />
      </div>
      <Button type="submit" variant="primary">
        {t('submit')}
      </Button>
    </form>
  );
}
