import '../globals.css';

import type { Metadata, Viewport } from 'next';
import { notFound } from 'next/navigation';

import { SharedWords } from '@/components/i18n/words';
import { AwayPictures } from '@/components/shell/away-pictures';
import { BrandColours } from '@/components/shell/brand-colours';
import { BrandProvider } from '@/components/shell/brand-context';
import { OfflineNotice } from '@/components/shell/offline-notice';
import { FirstScripts } from '@/components/shell/first-scripts';
import { Toaster } from '@/components/ui/toaster';
import { PagesOff } from '@/components/ui/ahead-link';
import { ViewerProvider } from '@/components/viewer/viewer-provider';
import { iconAddress } from '@/lib/brand/icon-address';
import { neutralBrand } from '@/lib/core/brand';
import { env } from '@/lib/core/env';
import { isLocale, messageLocale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { segmentsOf } from '@/lib/domains';
import { paths } from '@/lib/paths';
import { offAreas } from '@/lib/web/areas';
import { publicBrand } from '@/lib/web/brand';

type Props = { params: Promise<{ locale: string }> };

// The build makes a page of the placeholder below, and asks no database for it.
const brandFor = async ({ params }: Props) => (isLocale((await params).locale) ? publicBrand() : neutralBrand);

export async function generateViewport(props: Props): Promise<Viewport> {
  const { paper } = (await brandFor(props)).colour;
  return {
    colorScheme: 'light dark',
    themeColor: [
      { media: '(prefers-color-scheme: light)', color: paper.light },
      { media: '(prefers-color-scheme: dark)', color: paper.dark },
    ],
  };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params;
  const brand = await brandFor(props);
  const name = brand.name[isLocale(locale) ? locale : 'en'];
  return {
    metadataBase: new URL(env.PUBLIC_URL),
    title: { default: name, template: `%s · ${name}` },
    // The placeholder of the build has none of its own.
    ...(isLocale(locale) && { manifest: inLocale(locale, paths.manifest()) }),
    icons: { icon: brand.icon, apple: { url: iconAddress(brand, 'touch-180'), sizes: '180x180', type: 'image/png' } },
  };
}

// A placeholder, since Next wants one: the build asks no database, and each page is made when somebody first asks for it.
export function generateStaticParams() {
  return [{ locale: '_' }];
}

export default async function LocaleLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const [brand, off] = await Promise.all([publicBrand(), offAreas()]);
  return (
    <html lang={messageLocale(locale)} suppressHydrationWarning>
      <head>
        <FirstScripts />
        <BrandColours colour={brand.colour} />
      </head>
      <body>
        <SharedWords locale={locale}>
          <BrandProvider home={brand.currency}>
            <PagesOff off={segmentsOf(off)}>
              <ViewerProvider>{children}</ViewerProvider>
            </PagesOff>
          </BrandProvider>
          <AwayPictures />
          <OfflineNotice />
          <Toaster />
        </SharedWords>
      </body>
    </html>
  );
}
