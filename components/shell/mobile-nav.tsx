'use client';

import { Menu as MenuSign } from 'lucide-react';
import { useState, type MouseEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { buttonLook } from '@/components/ui/button-look';
import type { Locale } from '@/lib/core/locale';
import type { NavEntry } from './nav-entries';

type Panel = typeof import('./mobile-nav-panel').MobileNavPanel;

const load = () => import('./mobile-nav-panel');

/** The first so many entries are `large`: those that stand in the header of a wide window. */
type Props = { locale: Locale; entries: NavEntry[]; large: number; account?: ReactNode };

/** Without scripts the button leads to the same links at the foot of the page. */
export function MobileNav({ locale, entries, large, account }: Props) {
  const t = useTranslations('shell');
  const [open, setOpen] = useState(false);
  const [Panel, setPanel] = useState<Panel | null>(null);
  const show = async (event: MouseEvent) => {
    event.preventDefault();
    const { MobileNavPanel } = await load();
    setPanel(() => MobileNavPanel);
    setOpen(true);
  };
  return (
    <>
      <a
        href="#site-nav"
        aria-label={t('menu')}
        aria-haspopup="dialog"
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        onClick={(event) => void show(event)}
        className={buttonLook('quiet', 'md', 'w-10 px-0! lg:hidden')}
      >
        <MenuSign aria-hidden />
      </a>
      {Panel && (
        <Panel locale={locale} entries={entries} large={large} account={account} open={open} onOpenChange={setOpen} />
      )}
    </>
  );
}
