import { Search } from 'lucide-react';

import { buttonLook } from '@/components/ui/button-look';
import { cx } from '@/components/ui/cx';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { searchPath } from '@/lib/search/choices/search-path';
import { longestSearch } from '@/lib/search/schema';

// Closed, the field is as wide as its sign, and a press on it opens it; open, the sign sends it.
const field =
  'absolute inset-y-0 end-0 w-10 cursor-pointer rounded-md border border-transparent bg-transparent ps-3 pe-10 text-[0.9375rem] text-ink ' +
  'placeholder:text-transparent hover:bg-hover [&:not(:focus)]:text-transparent group-focus-within/search:w-72 group-focus-within/search:cursor-text ' +
  'group-focus-within/search:border-field-line group-focus-within/search:bg-raised group-focus-within/search:text-ink ' +
  'group-focus-within/search:shadow-raised group-focus-within/search:placeholder:text-muted transition-[width] duration-150 motion-reduce:transition-none';
const send =
  'pointer-events-none absolute end-0 inset-y-0 w-10 px-0! group-focus-within/search:pointer-events-auto bg-transparent';

/** The way to search from every page: a field where there is room, else a link to the search page. Plain HTML, the same for everybody. */
export function HeaderSearch({ locale }: { locale: Locale }) {
  const t = translator(locale, 'search');
  const href = inLocale(locale, searchPath());
  return (
    <>
      <form role="search" action={href} className="group/search relative hidden size-10 shrink-0 lg:block">
        <input
          type="search"
          name="q"
          required
          aria-label={t('label')}
          title={t('label')}
          placeholder={t('placeholder')}
          maxLength={longestSearch}
          dir="auto"
          enterKeyHint="search"
          autoComplete="off"
          className={field}
        />
        <button type="submit" aria-label={t('submit')} className={buttonLook('quiet', 'md', send)}>
          <Search aria-hidden />
        </button>
      </form>
      <a
        href={href}
        rel="nofollow"
        aria-label={t('label')}
        title={t('label')}
        className={buttonLook('quiet', 'md', cx('w-10 px-0! lg:hidden'))}
      >
        <Search aria-hidden />
      </a>
    </>
  );
}
