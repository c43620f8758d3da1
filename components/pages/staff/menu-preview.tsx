'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { BrandMark } from '@/components/shell/brand-mark';
import { navEntries } from '@/components/shell/nav-entries';
import { fit } from '@/components/shell/nav-fit';
import { useIsOn } from '@/components/ui/ahead-link';
import { Card, SectionHead } from '@/components/ui/card';
import { listed, locales, messageLocale, type Locale } from '@/lib/core/locale';
import type { MenuEntry } from '@/lib/pages/choices/menu';
import { slugOf } from '@/lib/pages/choices/kinds';

import type { MenuSite } from './menu-site';

type Props = { entries: readonly MenuEntry[]; site: MenuSite; locale: Locale };

/** The header of a computer in both languages, as the entries make it, before they are saved. */
export function MenuPreview({ entries, site, locale }: Props) {
  const t = useTranslations('pagesStaff.menu');
  return (
    <Card as="section" aria-labelledby="preview">
      <SectionHead id="preview" title={t('preview')} lead={t('previewLead')} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        {locales.map((language) => (
          <Header key={language} {...{ entries, site, locale, language }} />
        ))}
      </div>
    </Card>
  );
}

function Header({ entries, site, locale, language }: Props & { language: Locale }) {
  const t = useTranslations('pagesStaff.menu');
  const isOn = useIsOn();
  const shown = site.pages
    .filter(({ state }) => state === 'PUBLISHED')
    .map((page) => ({ ...page, slug: slugOf({ ...page, kind: 'OWN' }) }));
  const named = entries.filter((entry) => entry.type !== 'link' || entry.words.en || entry.words.zh);
  const menu = navEntries(named, { locale: language, names: site.names[language], pages: shown, isOn });
  const more = site.more[language];
  const { narrow, wide } = fit(menu, { more, name: site.brand.name[language] });
  const words = (from: number, to?: number) =>
    listed(
      locale,
      menu.slice(from, to).map(({ text }) => text),
    );
  return (
    <div className="min-w-0">
      <h3 className="mb-1.5 text-[0.9375rem] font-semibold">{t(`previewIn.${language}`)}</h3>
      <div
        lang={messageLocale(language)}
        className="flex min-h-16 flex-wrap items-center gap-x-6 gap-y-1 rounded-lg border border-line bg-paper px-4 py-2"
      >
        <span className="flex min-w-0 items-center gap-2">
          <BrandMark mark={site.brand.mark} markDark={site.brand.markDark} className="size-9 shrink-0" />
          <span className="font-display text-[1.3125rem] leading-tight tracking-tight">
            {site.brand.name[language]}
          </span>
        </span>
        <ul className="-mx-3 flex min-w-0 flex-wrap items-center text-[0.9375rem] font-medium text-muted">
          {menu.slice(0, wide).map(({ text, lang }, at) => (
            <li key={at} className="px-3 py-1">
              <bdi lang={lang} className="block max-w-48 truncate">
                {text}
              </bdi>
            </li>
          ))}
          {wide < menu.length && (
            <li className="flex items-center gap-1 px-3 py-1">
              {more}
              <ChevronDown aria-hidden className="size-4" />
            </li>
          )}
        </ul>
      </div>
      {wide < menu.length && (
        <p className="mt-1.5 text-[0.9375rem] wrap-anywhere text-muted">{t('under', { more, names: words(wide) })}</p>
      )}
      {narrow < wide && (
        <p className="mt-1.5 text-[0.9375rem] wrap-anywhere text-muted">
          {t('underNarrow', { more, names: words(narrow, wide) })}
        </p>
      )}
    </div>
  );
}
