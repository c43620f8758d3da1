import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { FoundProducts } from '@/lib/flows/search/search-products';
import { paths } from '@/lib/paths';
import { searchPath } from '@/lib/search/choices/search-path';
import { searchPage } from '@/lib/search/schema';

import { FoundProductRow } from './found-product-row';
import { SearchForm } from './search-form';

type Props = {
  q: string;
  /** Null where nothing was looked for: there is no shop, or too much was asked for at once. */
  found: FoundProducts | null;
  tooFast: boolean;
  shop: boolean;
  locale: Locale;
};

/** The search page: its field, what was found, and what to do where nothing was. */
export function SearchView({ q, found, tooFast, shop, locale }: Props) {
  const t = translator(locale, 'search');
  return (
    <div className="page pb-16">
      <PageHeader title={t('title')} />
      <SearchForm q={q} locale={locale} />
      <div className="mt-6">
        {tooFast ? (
          <Notice tone="warning">{t('tooFast')}</Notice>
        ) : q === '' ? (
          <p className="text-muted">{t('hint')}</p>
        ) : found && found.products.length > 0 ? (
          <Found {...{ q, found, locale }} />
        ) : (
          <Nothing {...{ q, shop, locale }} />
        )}
      </div>
    </div>
  );
}

function Found({ q, found, locale }: { q: string; found: FoundProducts; locale: Locale }) {
  const t = translator(locale, 'search');
  const { products, page, count, more, by, meant } = found;
  const last = Math.min(searchPage.most, Math.ceil(count / searchPage.results));
  const to = (number: number) => inLocale(locale, searchPath(q, number));
  return (
    <>
      {by === 'spelling' && meant && (
        <Notice className="mb-5 max-w-3xl">
          {t.rich('meant', {
            q,
            meant,
            link: (words) => <TextLink href={inLocale(locale, searchPath(meant))}>{words}</TextLink>,
          })}
        </Notice>
      )}
      {by === 'some' && <Notice className="mb-5 max-w-3xl">{t('some', { q })}</Notice>}
      <h2 className="mb-3 text-sm font-semibold text-muted">{t(more ? 'countMore' : 'count', { count })}</h2>
      <ul className="max-w-3xl divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface">
        {products.map((product, at) => (
          <li key={product.id}>
            <FoundProductRow product={product} locale={locale} eager={at < 4} />
          </li>
        ))}
      </ul>
      <Pagination
        label={t('pages')}
        previous={page > 1 ? { href: to(page - 1), label: t('previous') } : null}
        next={page < last ? { href: to(page + 1), label: t('next') } : null}
      />
    </>
  );
}

function Nothing({ q, shop, locale }: { q: string; shop: boolean; locale: Locale }) {
  const t = translator(locale, 'search');
  return (
    <EmptyState
      title={t('nothing', { q })}
      compact
      action={shop && <ButtonLink href={inLocale(locale, paths.products())}>{t('toShop')}</ButtonLink>}
    >
      <p>{t('nothingBody')}</p>
    </EmptyState>
  );
}
