'use client';

import { Menu as MenuSign, X } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { Dialog } from 'radix-ui';
import { useState, type MouseEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/button';
import { buttonLook } from '@/components/ui/button-look';
import { Link } from '@/components/ui/link';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { LocaleSwitch } from './locale-switch';
import { isUnder, navItems } from './nav-items';
import { ThemeSwitch } from './theme-switch';

/** Without scripts the button leads to the same doors at the foot of the page. */
export function MobileNav({ locale, account }: { locale: Locale; account?: ReactNode }) {
  const t = useTranslations('shell');
  const [open, setOpen] = useState(false);
  const show = (event: MouseEvent) => {
    event.preventDefault();
    setOpen(true);
  };
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <a
        href="#site-nav"
        aria-label={t('menu')}
        aria-haspopup="dialog"
        onClick={show}
        className={buttonLook('quiet', 'md', 'w-10 px-0! lg:hidden')}
      >
        <MenuSign aria-hidden />
      </a>
      <Panel locale={locale} account={account} onLeave={() => setOpen(false)} />
    </Dialog.Root>
  );
}

type Way = { locale: Locale; onLeave: () => void };

function Panel({ locale, account, onLeave }: Way & { account: ReactNode }) {
  const t = useTranslations('shell');
  const leave = ({ target }: MouseEvent) => target instanceof Element && target.closest('a') && onLeave();
  return (
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
        <Doors locale={locale} onLeave={onLeave} />
        <div onClickCapture={leave}>{account}</div>
        <div className="mt-auto flex items-center justify-between border-t border-line pt-3">
          <LocaleSwitch locale={locale} />
          <ThemeSwitch />
        </div>
      </Dialog.Content>
    </Dialog.Portal>
  );
}

function Doors({ locale, onLeave }: Way) {
  const t = useTranslations('shell');
  const pathname = usePathname();
  return (
    <nav aria-label={t('nav.label')} className="py-3">
      {navItems.map(({ key, path }) => {
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
    </nav>
  );
}
