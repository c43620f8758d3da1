import './demo-pay.css';

import type { Metadata } from 'next';

import { translator } from '@/lib/core/i18n';
import { isLocale, messageLocale } from '@/lib/core/locale';
import { getDemoPage } from '@/lib/outside/payments/demo/demo-page';

export const instant = false;
export const metadata: Metadata = { title: 'Millet Demo Pay', robots: { index: false, follow: false } };

type Props = { params: Promise<{ session: string }>; children: React.ReactNode };

/** The demo gateway is a site of its own: nothing of the store's dress is here. */
export default async function DemoPayLayout({ params, children }: Props) {
  const page = await getDemoPage((await params).session);
  const locale = page && isLocale(page.session.locale) ? page.session.locale : 'en';
  const t = translator(locale, 'orders');
  return (
    <html lang={messageLocale(locale)}>
      <body>
        <header className="bar">
          <strong>{t('demo.site')}</strong>
          <span>{t('demo.pretend')}</span>
        </header>
        <main>{children}</main>
      </body>
    </html>
  );
}
