'use client';

import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';

import { Kbd } from '@/components/ui/kbd';
import { onDemand, useOnDemand } from '@/components/ui/on-demand';
import type { Locale } from '@/lib/core/locale';
import type { StaffAreaSections } from '@/lib/domains';

const dialog = onDemand(() => import('./palette-dialog'));

/** Opens the command palette, by a press or by ⌘K or Ctrl K. */
export function Palette({ locale, areas }: { locale: Locale; areas: StaffAreaSections[] }) {
  const t = useTranslations('staff');
  const [open, setOpen] = useState(false);
  const part = useOnDemand(dialog, open);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      setOpen((was) => !was);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        className="js-only touch flex min-h-9 items-center gap-2 rounded-md px-2.5 text-muted transition-colors hover:bg-hover sm:border sm:border-line"
      >
        <Search aria-hidden className="size-4.5" />
        <span className="max-sm:sr-only">{t('palette.open')}</span>
        <span aria-hidden className="max-lg:hidden">
          <Kbd>Ctrl K</Kbd>
        </span>
      </button>
      {part && <part.PaletteDialog locale={locale} areas={areas} open={open} onOpenChange={setOpen} />}
    </>
  );
}
