'use client';

import { X } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { Dialog } from 'radix-ui';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { LocaleSwitch } from './locale-switch';
import { useIsOn } from '@/components/ui/ahead-link';
import { isUnder, navItems } from './nav-items';
import type { PageLink } from './page-link';
import { ThemeSwitch } from './theme-switch';

type Way = { locale: Locale; pages: PageLink[]; onLeave: () => void };
type Props = Omit<Way, 'onLeave'> & { account: ReactNode; open: boolean; onOpenChange: (open: boolean) => void };

/** The menu of a phone; `MobileNav` loads it when it is asked for. */
export function MobileNavPanel({ locale, pages, account, open, onOpenChange }: Props) {
  const t = useTranslations('shell');
  const onLeave = () => onOpenChange(false);
  const leave = ({ target }: MouseEvent) => target instanceof Element && target.closest('a') && onLeave();
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 right-0 z-50 flex w-[min(21rem,88vw)] animate-slide-in flex-col overflow-y-auto bg-raised p-4 shadow-float outline-none"
        >
          <div className="flex items-center justify-between">
            <Dialog.Title className="ps-3 font-sans text-base font-semibold">{t('menu')}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label={t('closeMenu')}>
                <X aria-hidden />
              </IconButton>
            </Dialog.Close>
          </div>
          <NavLinks locale={locale} pages={pages} onLeave={onLeave} />
          <div onClickCapture={leave}>{account}</div>
          <div className="mt-auto flex items-center justify-between border-t border-line pt-3">
            <LocaleSwitch locale={locale} />
            <ThemeSwitch />
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function NavLinks({ locale, pages, onLeave }: Way) {
  const t = useTranslations('shell');
  const pathname = usePathname();
  const isOn = useIsOn();
  return (
    <nav aria-label={t('nav.label')} className="py-3">
      {navItems
        .filter(({ path }) => isOn(inLocale(locale, path)))
        .map(({ key, path }) => {
          const href = inLocale(locale, path);
          return (
            <Link
              key={key}
              href={href}
              onClick={onLeave}
              aria-current={isUnder(pathname, href) ? 'page' : undefined}
              className="flex min-h-13 items-center rounded-md px-3 font-display text-[1.375rem] hover:bg-hover aria-[current=page]:bg-accent-soft"
            >
              {t(`nav.${key}`)}
            </Link>
          );
        })}
      {pages.map(({ href, text, lang }) => (
        <Link
          key={href}
          href={href}
          lang={lang}
          onClick={onLeave}
          aria-current={pathname === href ? 'page' : undefined}
          className="flex min-h-11 items-center rounded-md px-3 wrap-anywhere hover:bg-hover aria-[current=page]:bg-accent-soft"
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
