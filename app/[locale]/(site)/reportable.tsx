import type { ReactNode } from 'react';

import { Words } from '@/components/i18n/words';
import { ReasonsProvider } from '@/components/moderation/reasons-context';
import { isLocale } from '@/lib/core/locale';
import { reportReasons } from '@/lib/web/report-reasons';
import type { UiDomain } from '@/messages';

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

/** A layout for pages with posts: what components in the browser say, and the reasons for which a post may be reported. */
export function reportable(...of: UiDomain[]) {
  return async function ReportableLayout({ children, params }: Props) {
    const { locale } = await params;
    if (!isLocale(locale)) return children;
    return (
      <Words locale={locale} of={of}>
        <ReasonsProvider reasons={await reportReasons(locale)}>{children}</ReasonsProvider>
      </Words>
    );
  };
}
