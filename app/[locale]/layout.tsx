import '../globals.css';

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { ChineseMessages } from '@/components/i18n/messages-zh';
import { EnglishMessages } from '@/components/i18n/messages-en';
import { ViewerProvider } from '@/components/viewer/viewer-provider';
import { env } from '@/lib/core/env';
import { isLocale, locales, messageLocale } from '@/lib/core/locale';

export const metadata: Metadata = { metadataBase: new URL(env.PUBLIC_URL) };

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }));
}

export default async function LocaleLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const Messages = locale === 'zh' ? ChineseMessages : EnglishMessages;
  return (
    <html lang={messageLocale(locale)} suppressHydrationWarning>
      <body>
        <Messages>
          <ViewerProvider>{children}</ViewerProvider>
        </Messages>
      </body>
    </html>
  );
}
