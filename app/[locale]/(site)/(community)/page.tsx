import type { Metadata } from 'next';

import { HomeView } from '@/components/home/home-view';
import { Words } from '@/components/i18n/words';
import { translator } from '@/lib/core/i18n';
import { paths } from '@/lib/paths';
import { pageMetadata } from '@/lib/web/metadata';
import { localeOf } from '@/lib/web/params';
import { publicBrand } from '@/lib/web/brand';

import { homePage } from './data';

export async function generateMetadata({ params }: PageProps<'/[locale]'>): Promise<Metadata> {
  const locale = await localeOf(params);
  const brand = await publicBrand();
  const title = translator(locale, 'home')('title', { brand: brand.name[locale] });
  return {
    ...(await pageMetadata({ locale, path: paths.home(), title, description: brand.tagline[locale] })),
    title: { absolute: title },
  };
}

export default async function HomePage({ params }: PageProps<'/[locale]'>) {
  const locale = await localeOf(params);
  return (
    <Words locale={locale} of={['feedback', 'drops', 'forum']}>
      <HomeView locale={locale} {...await homePage()} />
    </Words>
  );
}
