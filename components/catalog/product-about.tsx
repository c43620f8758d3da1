import { Chip } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { cx } from '@/components/ui/cx';
import { Prose } from '@/components/ui/prose';
import type { ShownProduct } from '@/lib/catalog/queries';
import type { Specification, SpecificationValue } from '@/lib/catalog/specifications';
import { ProductSafety } from './product-safety';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';

/** What a product is: its text, and beside it what can be listed. */
export function ProductAbout({ product, locale }: { product: ShownProduct; locale: Locale }) {
  const t = translator(locale, 'catalog');
  const { specifications, tags } = product.listed[locale];
  const listed = specifications.length > 0 || tags.length > 0;
  return (
    <section aria-labelledby="product-about" className="far mt-14">
      <h2 id="product-about" className="mb-4 text-heading">
        {t('about', { product: localText(locale, product.title, product.titleZh) })}
      </h2>
      <div
        className={cx(
          'grid grid-cols-[minmax(0,1fr)] items-start gap-x-14 gap-y-8',
          listed && 'lg:grid-cols-[minmax(0,1fr)_24rem]',
        )}
      >
        <div className="grid min-w-0 gap-8">
          <Prose sanitizedHtml={localText(locale, product.html, product.htmlZh)} />
          <ProductSafety product={product} locale={locale} />
        </div>
        {listed && (
          <div className="grid gap-5">
            {specifications.length > 0 && <Specifications specifications={specifications} locale={locale} />}
            {tags.length > 0 && (
              <ul aria-label={t('tags')} className="flex flex-wrap gap-2">
                {tags.map((tag) => (
                  <li key={tag} className="max-w-full">
                    <Chip className="max-w-full">
                      <bdi className="truncate">{tag}</bdi>
                    </Chip>
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
      </div>
    </section>
  );
}

function Specifications({ specifications, locale }: { specifications: Specification[]; locale: Locale }) {
  const t = translator(locale, 'catalog');
  return (
    <Card as="section" aria-labelledby="product-specifications">
      <h3 id="product-specifications" className="mb-2 text-subheading">
        {t('specifications')}
      </h3>
      <dl className="divide-y divide-line text-[0.9375rem]">
        {specifications.map(({ label, values }) => (
          <div key={label} className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-4 py-2.5 last:pb-0">
            <dt dir="auto" className="text-muted wrap-anywhere">
              {label}
            </dt>
            <dd className="grid gap-1 wrap-anywhere whitespace-pre-line">
              {values.map((value) => (
                <Value key={`${value.of} ${value.text}`} value={value} locale={locale} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Value({ value: { text, href, of }, locale }: { value: SpecificationValue; locale: Locale }) {
  const t = translator(locale, 'catalog');
  const words = /^true$/i.test(text) ? t('yes') : /^false$/i.test(text) ? t('no') : text;
  return (
    <span dir="auto">
      {of && <span className="text-muted">{t('specificationOf', { variant: of })} </span>}
      {href ? (
        <a href={href} rel="nofollow noopener" className="underline decoration-line-strong underline-offset-4">
          {words}
        </a>
      ) : (
        words
      )}
    </span>
  );
}
