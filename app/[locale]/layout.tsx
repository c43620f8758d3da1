import '../globals.css';

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { SharedWords } from '@/components/i18n/words';
import { AwayPictures } from '@/components/shell/away-pictures';
import { OfflineNotice } from '@/components/shell/offline-notice';
import { SiteFooter } from '@/components/shell/site-footer';
import { SiteHeader } from '@/components/shell/site-header';
import { ThemeScript } from '@/components/shell/theme-script';
import { Toaster } from '@/components/ui/toaster';
import { AccountRows } from '@/components/viewer/account-rows';
import { ViewerMenu } from '@/components/viewer/viewer-menu';
import { ViewerProvider } from '@/components/viewer/viewer-provider';
import { brand } from '@/lib/core/brand';
import { env } from '@/lib/core/env';
import { isLocale, messageLocale } from '@/lib/core/locale';

export { shellViewport as viewport } from '@/components/shell/viewport';

export const metadata: Metadata = {
  metadataBase: new URL(env.PUBLIC_URL),
  title: { default: brand.name, template: `%s · ${brand.name}` },
};

// A placeholder, since Next wants one: the build asks no database, and each page is made when somebody first asks for it.
export function generateStaticParams() {
  return [{ locale: '_' }];
}

export default async function LocaleLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return (
    <html lang={messageLocale(locale)} suppressHydrationWarning>
      <head>
        <ThemeScript />
      </head>
      <body>
        <SharedWords locale={locale}>
          <ViewerProvider>
            <SiteHeader
              locale={locale}
              viewer={<ViewerMenu locale={locale} />}
              account={<AccountRows locale={locale} />}
            />
            <main id="content">{children}</main>
            <SiteFooter locale={locale} />
          </ViewerProvider>
          <AwayPictures />
          <OfflineNotice />
          <Toaster />
        </SharedWords>
      </body>
    </html>
  );
}
