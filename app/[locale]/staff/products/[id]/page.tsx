import { notFound } from 'next/navigation';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { BoardLinks } from '@/components/catalog/staff/board-links';
import { draftOf, variantChoices } from '@/components/catalog/staff/draft-of';
import { ProductForm } from '@/components/catalog/staff/product-form';
import { ProductPictures } from '@/components/catalog/staff/product-pictures';
import { QuestionForm } from '@/components/ownership/question-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { getProductToEdit } from '@/lib/catalog/queries/staff-products';
import { may } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { currencyOptions } from '@/lib/core/currency-names';
import { currentBrand } from '@/lib/core/current-brand';
import { isUuid } from '@/lib/core/ids';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { getProductStage } from '@/lib/flows/catalog/get-product-stage';
import { canEditQuestions } from '@/lib/ownership/policy';
import { getOwnerQuestion } from '@/lib/ownership/queries/questions';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale; id: string }> };

export const instant = false;

const enter = () => requirePermission('catalog.edit');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale } = (await decodedParams(params)) ?? notFound();
  await enter();
  return memberMetadata(translator(locale, 'catalog')('edit.one'));
});

export default pageOrMissing(async function EditProductPage({ params }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const actor = await enter();
  const product = isUuid(id) ? await getProductToEdit(reading(actor), { id }) : null;
  if (!product) notFound();
  const { currency } = await currentBrand();
  const [{ boards }, question] = await Promise.all([
    getProductStage(reading(actor), { productId: product.id }),
    getOwnerQuestion(reading(actor), { productId: product.id }),
  ]);
  const t = translator(locale, 'catalog');
  const title = localText(locale, product.title, product.titleZh);
  const list = { label: t('edit.list'), href: inLocale(locale, paths.staff('products')) };
  return (
    <div className="page pb-16">
      <PageHeader
        title={<bdi>{title}</bdi>}
        breadcrumbs={<Breadcrumbs label={t('breadcrumb')} items={[list, { label: title }]} />}
        actions={
          <>
            <ButtonLink href={inLocale(locale, paths.staff('products', id, 'prices'))}>{t('prices.link')}</ButtonLink>
            {product.status === 'ACTIVE' && (
              <ButtonLink href={inLocale(locale, paths.product(product.handle))}>{t('edit.seeInShop')}</ButtonLink>
            )}
          </>
        }
      />
      <ProductForm
        draft={draftOf(product, currency)}
        currencies={currencyOptions(locale)}
        locale={locale}
        aside={<BoardLinks boards={boards} canOpen={may(actor, 'forum.openBoards')} locale={locale} />}
      />
      <div className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-6 lg:pe-[21.5rem]">
        <ProductPictures
          productId={product.id}
          version={product.picturesVersion}
          pictures={product.images}
          variants={variantChoices(product, locale)}
        />
        {canEditQuestions(actor) && <QuestionForm productId={product.id} question={question} />}
      </div>
    </div>
  );
});
