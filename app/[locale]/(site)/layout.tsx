import { notFound } from 'next/navigation';

import { SiteFrame } from '@/components/shell/site-frame';
import { isLocale } from '@/lib/core/locale';

/** Every page but those of staff, which have a frame of their own. */
export default async function SiteLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return <SiteFrame locale={locale}>{children}</SiteFrame>;
}
