import { Link } from '@/components/ui/link';
import type { Brand } from '@/lib/core/brand';
import type { Locale } from '@/lib/core/locale';
import type { MenuEntry } from '@/lib/pages/choices/menu';
import type { LinkedPages } from '@/lib/pages/queries';
import { translator } from '@/lib/web/i18n';
import { BrandMark } from './brand-mark';
import { columnTitles } from './column-titles';
import { FieldStrip } from './field-strip';
import { LocaleSwitch } from './locale-switch';
import type { NavEntry } from './nav-entries';
import { pageLink, type PageLink } from './page-link';
import { ThemeSwitch } from './theme-switch';

type Props = { locale: Locale; brand: Brand };
type FooterProps = Props & { entries: NavEntry[]; saved: readonly MenuEntry[]; pages: LinkedPages };

/** The areas of the menu in their columns, then everything else that it holds and the pages of the footer. */
export function SiteFooter({ locale, brand, entries, saved, pages }: FooterProps) {
  const t = translator(locale, 'shell');
  const programs = { together: t('footer.together'), making: t('footer.making'), owning: t('footer.owning') };
  const titles = columnTitles(saved, programs, locale);
  // Columns come in the order of the menu too: that with its first area first.
  const columns = [...new Set(entries.flatMap(({ column }) => column ?? []))];
  const own = [...entries.filter(({ column }) => !column), ...pages.footer.map((page) => pageLink(page, locale))];
  return (
    <footer className="far mt-20">
      {/* The field is the program's, as its mark is: a brand with a mark of its own has neither. */}
      {brand.mark.startsWith('/brand/') && <FieldStrip />}
      <div className="bg-sunken">
        <div className="page grid gap-10 pt-10 pb-8 md:grid-cols-[1.4fr_2fr]">
          <div>
            <BrandMark mark={brand.mark} markDark={brand.markDark} className="size-11" />
            <p className="mt-3 max-w-[15em] font-display text-subheading break-keep">{brand.tagline[locale]}</p>
            <Imprint locale={locale} brand={brand} />
          </div>
          <nav id="site-nav" aria-label={t('footerNav')} className="grid grid-cols-2 gap-x-6 gap-y-8 sm:grid-cols-3">
            {columns.map((column) => (
              <div key={column}>
                <p className="text-sm text-muted">
                  <bdi>{titles[column]}</bdi>
                </p>
                <ul className="mt-1.5">
                  {entries
                    .filter((entry) => entry.column === column)
                    .map(({ href, text }, at) => (
                      <li key={at}>
                        <Link
                          href={href}
                          className="touch inline-flex min-h-9 items-center font-medium wrap-anywhere hover:underline hover:underline-offset-4"
                        >
                          <bdi>{text}</bdi>
                        </Link>
                      </li>
                    ))}
                </ul>
              </div>
            ))}
            {own.length > 0 && <OwnPages links={own} title={t('footer.more')} />}
          </nav>
        </div>
        <Foot locale={locale} brand={brand} law={pages.law.map((page) => pageLink(page, locale))} />
      </div>
    </footer>
  );
}

function OwnPages({ links, title }: { links: PageLink[]; title: string }) {
  return (
    <div className="col-span-full">
      <p className="text-sm text-muted">{title}</p>
      <ul className="mt-1.5 grid gap-x-6 sm:grid-cols-3">
        {links.map(({ href, text, lang }, at) => (
          <li key={at}>
            <Link
              href={href}
              lang={lang}
              className="touch inline-flex min-h-9 items-center font-medium wrap-anywhere hover:underline hover:underline-offset-4"
            >
              <bdi>{text}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

// Who runs the place and how they are reached, where the brand says so.
function Imprint({ locale, brand: { contact, imprint } }: Props) {
  if (!contact && !imprint[locale]) return null;
  return (
    <p className="mt-4 grid gap-1 text-sm text-muted">
      {imprint[locale] && <span className="wrap-anywhere">{imprint[locale]}</span>}
      {contact && (
        <a href={`mailto:${contact}`} className="w-fit wrap-anywhere underline underline-offset-4 hover:text-ink">
          {contact}
        </a>
      )}
    </p>
  );
}

function Foot({ locale, brand, law }: Props & { law: PageLink[] }) {
  const t = translator(locale, 'shell');
  return (
    <div className="page">
      {law.length > 0 && (
        <ul aria-label={t('legal')} className="flex flex-wrap gap-x-6 border-t border-line py-2 text-sm">
          {law.map(({ href, text, lang }) => (
            <li key={href}>
              <Link
                href={href}
                lang={lang}
                className="touch inline-flex min-h-9 items-center text-muted wrap-anywhere underline-offset-4 hover:text-ink hover:underline"
              >
                <bdi>{text}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line py-4 text-sm text-muted">
        <p>{t('madeWith', { brand: brand.name[locale] })}</p>
        <div className="-mx-3 flex items-center">
          <LocaleSwitch locale={locale} />
          <ThemeSwitch />
        </div>
      </div>
    </div>
  );
}
