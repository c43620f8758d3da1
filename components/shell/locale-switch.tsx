'use client';

import { Languages } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { buttonLook } from '@/components/ui/button-look';
import { messageLocale, type Locale } from '@/lib/core/locale';

const names: Record<Locale, string> = { en: 'English', zh: '简体中文' };

/** The same page in the other language. A whole new document, so that `lang`, fonts and messages change together. */
export function LocaleSwitch({ locale }: { locale: Locale }) {
  const t = useTranslations('shell');
  const pathname = usePathname();
  const other: Locale = locale === 'en' ? 'zh' : 'en';
  const tag = messageLocale(other);
  return (
    <a
      href={inOther(pathname, other)}
      hrefLang={tag}
      lang={tag}
      title={t('language')}
      onClick={() => remember(other)}
      className={buttonLook('quiet', 'md', 'px-3! font-medium!')}
    >
      <Languages aria-hidden />
      <span className="font-(family-name:--font-languages)">{names[other]}</span>
    </a>
  );
}

const inOther = (pathname: string, other: Locale) => pathname.replace(/^\/(en|zh)(?=\/|$)/, `/${other}`);

function remember(locale: Locale) {
  document.cookie = `millet-locale=${locale}; path=/; max-age=31536000; samesite=lax`;
}
