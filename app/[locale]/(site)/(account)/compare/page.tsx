import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { CompareView } from '@/components/catalog/compare-view';
import { readCompared } from '@/lib/catalog/choices/compare';
import { listCompared, listToCompare } from '@/lib/catalog/queries/compared';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { homeCurrency } from '@/lib/web/brand';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams, pageQuery } from '@/lib/web/params';
import { currentActor } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = headOrMissing(async ({ params }: Props): Promise<Metadata> => {
  const { locale } = (await decodedParams(params)) ?? notFound();
  return memberMetadata(translator(locale, 'catalog')('compare.title'));
});

export default pageOrMissing(async function ComparePage({ params, searchParams }: Props) {
  const { locale } = (await pageParams(params)) ?? notFound();
  const read = reading(await currentActor());
  const products = await listCompared(read, { handles: readCompared((await pageQuery(searchParams)).of) });
  const [handles, kinds] = [products.map(({ handle }) => handle), products.map(({ type }) => type).filter(Boolean)];
  const others = await listToCompare(read, { handles, kinds });
  return <CompareView {...{ products, others, locale }} home={await homeCurrency()} />;
});
