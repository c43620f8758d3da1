'use client';

import { X } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { Dialog } from 'radix-ui';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import type { Locale } from '@/lib/core/locale';
import { cx } from '@/components/ui/cx';
import { LocaleSwitch } from './locale-switch';
import type { NavEntry } from './nav-entries';
import { isAt } from './nav-look';
import { ThemeSwitch } from './theme-switch';

type Links = { entries: NavEntry[]; large: number; onLeave: () => void };
type Props = Omit<Links, 'onLeave'> & {
  locale: Locale;
  account: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** The menu of a phone; `MobileNav` loads it when it is asked for. */
export function MobileNavPanel({ locale, entries, large, account, open, onOpenChange }: Props) {
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
          <NavLinks entries={entries} large={large} onLeave={onLeave} />
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

function NavLinks({ entries, large, onLeave }: Links) {
  const label = useTranslations('shell')('nav.label');
  const pathname = usePathname();
  return (
    <nav aria-label={label} className="py-3">
      {entries.map((entry, at) => (
        <Link
          key={at}
          href={entry.href}
          lang={entry.lang}
          onClick={onLeave}
          aria-current={isAt(pathname, entry) ? 'page' : undefined}
          className={cx(
            'flex items-center rounded-md px-3 wrap-anywhere hover:bg-hover aria-[current=page]:bg-accent-soft',
            at < large ? 'min-h-13 font-display text-[1.375rem]' : 'min-h-11',
          )}
        >
          <bdi>{entry.text}</bdi>
        </Link>
      ))}
    </nav>
  );
}
