import type { Metadata } from 'next';

import { HomeView } from '@/components/home/home-view';
import { Words } from '@/components/i18n/words';
import { paths } from '@/lib/paths';
import { pageMetadata } from '@/lib/web/metadata';
import { localeOf } from '@/lib/web/params';
import { publicBrand } from '@/lib/web/brand';
import { startWords } from '@/lib/web/start-words';

import { homePage } from './data';

export async function generateMetadata({ params }: PageProps<'/[locale]'>): Promise<Metadata> {
  const locale = await localeOf(params);
  const brand = await publicBrand();
  const { title } = await startWords(locale);
  return {
    ...(await pageMetadata({ locale, path: paths.home(), title, description: brand.tagline[locale] })),
    title: { absolute: title },
  };
}

export default async function HomePage({ params }: PageProps<'/[locale]'>) {
  const locale = await localeOf(params);
  return (
    <Words locale={locale} of={['feedback', 'drops', 'forum']}>
      <HomeView locale={locale} words={await startWords(locale)} {...await homePage()} />
    </Words>
  );
}
