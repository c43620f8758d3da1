'use client';

import { Menu as MenuSign } from 'lucide-react';
import { useState, type MouseEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { buttonLook } from '@/components/ui/button-look';
import type { Locale } from '@/lib/core/locale';
import type { PageLink } from './page-link';

type Panel = typeof import('./mobile-nav-panel').MobileNavPanel;

const load = () => import('./mobile-nav-panel');

type Props = { locale: Locale; pages: PageLink[]; account?: ReactNode };

/** Without scripts the button leads to the same links at the foot of the page. */
export function MobileNav({ locale, pages, account }: Props) {
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
      {Panel && <Panel locale={locale} pages={pages} account={account} open={open} onOpenChange={setOpen} />}
    </>
  );
}
