import { Badge, Chip } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { EmptyState } from '@/components/ui/empty-state';
import { Link, TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { compareSpecifications, comparePath, mostCompared, type ComparedRow } from '@/lib/catalog/choices/compare';
import type { ComparedProduct } from '@/lib/catalog/queries/compared';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

import { ProductPicture } from './product-picture';

type Named = { handle: string; title: string; titleZh: string };
type Props = { products: ComparedProduct[]; others: Named[]; locale: Locale; home: string };

const tones = { open: 'positive', 'sold-out': 'neutral', drops: 'accent' } as const;

/** Two to four products side by side, and what else can be put beside them: links alone, so that it works without scripts and can be shared. */
export function CompareView({ products, others, locale, home }: Props) {
  const t = translator(locale, 'catalog');
  return (
    <div className="page pb-16">
      <PageHeader title={t('compare.title')} lead={t('compare.lead', { most: mostCompared })} />
      {products.length === 0 ? (
        <EmptyState title={t('compare.empty')} compact />
      ) : (
        <ComparedTable products={products} locale={locale} home={home} />
      )}
      {products.length < mostCompared && others.length > 0 && (
        <nav aria-labelledby="compare-add" className="mt-8">
          <h2 id="compare-add" className="mb-3 text-subheading">
            {t('compare.add')}
          </h2>
          <span className="flex flex-wrap gap-2">
            {others.map((other) => (
              <Chip key={other.handle} href={inLocale(locale, comparePath([...handlesOf(products), other.handle]))}>
                {localText(locale, other.title, other.titleZh)}
              </Chip>
            ))}
          </span>
        </nav>
      )}
      <p className="mt-8">
        <TextLink href={inLocale(locale, paths.products())}>{t('compare.back')}</TextLink>
      </p>
    </div>
  );
}

const handlesOf = (products: readonly Named[]) => products.map(({ handle }) => handle);

type TableProps = Pick<Props, 'products' | 'locale' | 'home'>;

function ComparedTable({ products, locale, home }: TableProps) {
  const t = translator(locale, 'catalog');
  return (
    <div className="-mx-3 overflow-x-auto">
      {products.length > 1 && <p className="mb-4 px-3 text-sm text-muted">{t('compare.marked')}</p>}
      <table className="w-full min-w-fit table-fixed border-separate border-spacing-x-3 text-[0.9375rem]">
        <thead>
          <tr>
            {products.map((product) => (
              <th
                key={product.id}
                scope="col"
                className="w-40 min-w-40 pb-4 text-start align-top font-normal sm:w-auto"
              >
                <Head product={product} products={products} locale={locale} />
              </th>
            ))}
          </tr>
        </thead>
        {rowsOf(products, locale, home).map((row) => (
          <Row key={row.label} row={row} of={products} />
        ))}
      </table>
    </div>
  );
}

function Head({ product, products, locale }: { product: ComparedProduct } & Pick<Props, 'products' | 'locale'>) {
  const t = translator(locale, 'catalog');
  const title = localText(locale, product.title, product.titleZh);
  const without = handlesOf(products).filter((handle) => handle !== product.handle);
  return (
    <div className="grid gap-2">
      <ProductPicture
        picture={product.images[0]}
        title={title}
        locale={locale}
        pending={t('pending')}
        className="max-w-64 rounded-xl"
      />
      <Link
        href={inLocale(locale, paths.product(product.handle))}
        className="font-display text-subheading wrap-anywhere hover:underline"
      >
        {title}
      </Link>
      <Badge tone={tones[product.selling]}>{t(`facets.sold.${product.selling}`)}</Badge>
      {products.length > 1 && (
        <ButtonLink
          href={inLocale(locale, comparePath(without))}
          variant="quiet"
          size="sm"
          aria-label={t('compare.removeNamed', { product: title })}
          className="-ms-3 justify-self-start"
        >
          {t('compare.remove')}
        </ButtonLink>
      )}
    </div>
  );
}

// The label stands above what each says: on a phone there is no room for a column of labels.
function Row({ row: { label, cells, differs }, of }: { row: ComparedRow; of: readonly ComparedProduct[] }) {
  return (
    <tbody className={cx(differs && of.length > 1 && 'font-medium')}>
      <tr>
        <th
          colSpan={of.length}
          scope="rowgroup"
          className="border-t border-line pt-3 text-start text-sm font-semibold text-muted"
        >
          {label}
          {differs && of.length > 1 && (
            <span aria-hidden className="ms-1.5 text-accent-ink">
              •
            </span>
          )}
        </th>
      </tr>
      <tr>
        {cells.map((cell, at) => (
          <td key={of[at]!.id} dir="auto" className="pt-1 pb-3 align-top wrap-anywhere whitespace-pre-line">
            {cell ?? <span className="text-muted">–</span>}
          </td>
        ))}
      </tr>
    </tbody>
  );
}

function rowsOf(products: readonly ComparedProduct[], locale: Locale, home: string): ComparedRow[] {
  const t = translator(locale, 'catalog');
  const row = (label: string, cells: (string | null)[]) => ({ label, cells, differs: new Set(cells).size > 1 });
  const words = (text: string | null) =>
    text && (/^true$/i.test(text) ? t('yes') : /^false$/i.test(text) ? t('no') : text);
  const specifications = compareSpecifications(products.map(({ listed }) => listed[locale].specifications));
  return [
    row(
      t('price'),
      products.map((product) => priceOf(product, locale, home)),
    ),
    row(
      t('compare.for'),
      products.map(({ tagline, taglineZh }) => localText(locale, tagline, taglineZh) || null),
    ),
    row(
      t('facets.kind'),
      products.map(({ type }) => type || null),
    ),
    row(
      t('variants'),
      products.map(({ variants }) => variantsOf(variants, locale)),
    ),
    row(
      t('compare.weight'),
      products.map(({ variants }) => weightOf(variants, locale)),
    ),
    ...specifications.map(({ cells, ...rest }) => ({ ...rest, cells: cells.map(words) })),
  ].filter(({ cells }) => cells.some((cell) => cell !== null));
}

function priceOf({ variants }: ComparedProduct, locale: Locale, home: string): string | null {
  const [cheapest] = variants.toSorted((a, b) => a.priceMinor - b.priceMinor);
  if (!cheapest) return null;
  const price = formatMoney(cheapest.priceMinor, cheapest.currency, locale, home);
  const same = variants.every(({ priceMinor }) => priceMinor === cheapest.priceMinor);
  return same ? price : translator(locale, 'catalog')('from', { price });
}

function variantsOf(variants: ComparedProduct['variants'], locale: Locale): string | null {
  if (variants.length < 2) return null;
  return variants.map(({ title, titleZh }) => localText(locale, title, titleZh)).join(locale === 'zh' ? '、' : ', ');
}

function weightOf(variants: ComparedProduct['variants'], locale: Locale): string | null {
  const grams = variants.map((variant) => variant.grams).filter((weight) => weight > 0);
  if (grams.length === 0) return null;
  const say = (weight: number) => `${weight.toLocaleString(locale === 'zh' ? 'zh-CN' : 'en')} g`;
  const [least, most] = [Math.min(...grams), Math.max(...grams)];
  return least === most ? say(least) : `${say(least)} – ${say(most)}`;
}
