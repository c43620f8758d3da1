import type { Metadata } from 'next';

import { CollectionRow } from '@/components/catalog/collection-row';
import { pricesOnShow } from '@/components/catalog/price-note';
import { ProductAbout } from '@/components/catalog/product-about';
import { ProductBoards } from '@/components/catalog/product-boards';
import { ProductChoice } from '@/components/catalog/product-choice';
import { ProductDrops } from '@/components/catalog/product-drops';
import { leastShipping } from '@/components/markets/least-shipping';
import { PromiseLines } from '@/components/markets/promise-lines';
import { Missing } from '@/components/shell/missing';
import { productJsonLd } from '@/lib/web/json-ld/product';
import { ProductQuestions } from '@/components/reviews/product-questions';
import { ProductReviews } from '@/components/reviews/product-reviews';
import { AskedAndGot } from '@/components/feedback/asked-and-got';
import { JsonLd } from '@/components/seo/json-ld';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { TextLink } from '@/components/ui/link';
import { comparePath } from '@/lib/catalog/choices/compare';
import { localText, type Locale } from '@/lib/core/locale';
import { translator } from '@/lib/core/i18n';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { excerpt } from '@/lib/core/sanitize';
import { pageMetadata } from '@/lib/web/metadata';
import { missingMetadata } from '@/lib/web/missing-metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { publicBrand } from '@/lib/web/brand';
import { publicMarket } from '@/lib/web/market';
import { linkedPages } from '@/lib/web/pages';

import { productCollections, productPage } from '../../data';
import { productQuestions } from '../questions/data';
import { productReviews } from '../reviews/data';

type Props = PageProps<'/[locale]/products/[handle]'>;

export function generateStaticParams() {
  return [{ handle: '_' }];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const asked = await decodedParams(params);
  const page = asked && (await productPage(asked.handle));
  if (!page) return missingMetadata();
  const { product } = page;
  const { locale: language } = asked;
  const description =
    localText(language, product.tagline, product.taglineZh) ||
    excerpt(localText(language, product.html, product.htmlZh), 160);
  const image = product.images.find(({ path }) => path)?.path ?? undefined;
  return pageMetadata({
    locale: language,
    path: paths.product(product.handle),
    title: localText(language, product.title, product.titleZh),
    description,
    image,
  });
}

export default async function ProductPage({ params }: Props) {
  const asked = await pageParams(params);
  const page = asked && (await productPage(asked.handle));
  if (!page) return <Missing />;
  const { locale } = asked;
  const { product, stage } = page;
  const { brand, market, law, reviews, collections } = await around(product);
  const t = translator(locale, 'catalog');
  const title = localText(locale, product.title, product.titleZh);
  const pictures = product.images.map(({ path, alt, altZh, variantId }) => ({ path, alt, altZh, variantId }));
  // The names of choices are in one language: beside names of variants in another they would only disturb.
  const options = locale === 'zh' && product.variants.some(({ titleZh }) => titleZh) ? [] : product.optionNames;
  const words = {
    gallery: t('gallery'),
    pending: t('pending'),
    choose: options.length > 0 ? t('chooseOf', { options: options.join(' / ') }) : t('choose'),
    show: pictures.map(({ alt, altZh }, at) =>
      t('showPicture', { number: at + 1, alt: localText(locale, alt, altZh) || title }),
    ),
    sku: Object.fromEntries(product.variants.map(({ id, sku }) => [id, sku ? t('sku', { sku }) : ''])),
  };
  const beside = pricesOnShow(product.variants, { lawful: market.priorPrice, home: brand.currency, locale });
  return (
    <div className="page pb-16">
      <JsonLd data={productJsonLd({ ...page, reviews: reviews.summary }, locale, brand)} />
      <ProductCrumbs title={title} locale={locale} />
      <ProductChoice
        title={title}
        locale={locale}
        variants={product.variants.map(({ phase: _, priorMinor: __, ...variant }) => variant)}
        pictures={pictures}
        words={words}
        beside={beside}
        shop={product.shop}
        heading={<ProductHeading product={product} locale={locale} />}
      >
        {page.sells && (stage.drops.length > 0 || Object.keys(product.shop).length === 0) && (
          <ProductDrops
            quiet={Object.values(product.shop).includes(true)}
            drops={stage.drops}
            boardSlug={stage.boards[0]?.slug}
            locale={locale}
          />
        )}
        <PromiseLines
          promises={market.promises}
          law={law}
          shipping={leastShipping(product.variants, market, locale, brand.currency)}
          locale={locale}
          className="mt-6"
        />
      </ProductChoice>
      <ProductAbout product={product} locale={locale} />
      <CollectionRow lead={t('collections.partOf')} collections={collections} locale={locale} />
      <Said page={page} brand={brand.name[locale]} reviews={reviews} locale={locale} />
    </div>
  );
}

// What the page shows besides the product itself.
async function around({ id, handle }: { id: string; handle: string }) {
  const [brand, market, { law }, reviews, collections] = await Promise.all([
    publicBrand(),
    publicMarket(),
    linkedPages(),
    productReviews(id, handle),
    productCollections(id),
  ]);
  return { brand, market, law, reviews, collections };
}

type SaidProps = {
  page: NonNullable<Awaited<ReturnType<typeof productPage>>>;
  brand: string;
  reviews: Awaited<ReturnType<typeof productReviews>>;
  locale: Locale;
};

// What others say of it.
async function Said({ page: { product, voice, stage }, brand, reviews, locale }: SaidProps) {
  const questions = await productQuestions(product.id, product.handle);
  return (
    <>
      <ProductReviews reviews={reviews} handle={product.handle} brand={brand} locale={locale} />
      <ProductQuestions
        questions={questions}
        hasOwners={product._count.ownerships > 0}
        handle={product.handle}
        brand={brand}
        locale={locale}
      />
      {voice && <AskedAndGot voice={voice} locale={locale} />}
      <ProductBoards boards={stage.boards} locale={locale} />
    </>
  );
}

function ProductHeading({
  product,
  locale,
}: {
  product: NonNullable<Awaited<ReturnType<typeof productPage>>>['product'];
  locale: Locale;
}) {
  const t = translator(locale, 'catalog');
  const tagline = localText(locale, product.tagline, product.taglineZh);
  const owners = product._count.ownerships;
  return (
    <header>
      <p className="text-sm font-semibold text-accent-ink">
        {[product.vendor, owners > 0 && t('owners', { count: owners })].filter(Boolean).join(' · ')}
      </p>
      <h1 className="mt-2 text-title">{localText(locale, product.title, product.titleZh)}</h1>
      {tagline && <p className="mt-3 text-lead text-muted">{tagline}</p>}
      <p className="mt-3 text-sm">
        <TextLink href={inLocale(locale, comparePath([product.handle]))} rel="nofollow" prefetch={false}>
          {t('compare.link')}
        </TextLink>
      </p>
    </header>
  );
}

function ProductCrumbs({ title, locale }: { title: string; locale: Locale }) {
  const t = translator(locale, 'catalog');
  const shop = { href: inLocale(locale, paths.products()), label: t('title') };
  return (
    <div className="py-6">
      <Breadcrumbs label={t('breadcrumb')} items={[shop, { label: title }]} />
    </div>
  );
}
