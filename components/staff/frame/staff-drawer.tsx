'use client';

import { Menu, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useState, type MouseEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { IconButton } from '@/components/ui/button';

/** The navigation of a phone: a drawer, closed again by following a link. */
export function StaffDrawer({ children }: { children: ReactNode }) {
  const t = useTranslations('staff.frame');
  const [open, setOpen] = useState(false);
  const leave = ({ target }: MouseEvent) => target instanceof Element && target.closest('a') && setOpen(false);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger asChild>
        <IconButton label={t('menu')} className="js-only lg:hidden">
          <Menu aria-hidden />
        </IconButton>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 start-0 z-50 w-[min(20rem,86vw)] overflow-y-auto bg-raised p-4 shadow-float outline-none"
        >
          <div className="flex items-center justify-between pb-3">
            <Dialog.Title className="ps-3 font-sans text-base font-semibold">{t('menu')}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label={t('close')}>
                <X aria-hidden />
              </IconButton>
            </Dialog.Close>
          </div>
          <div onClickCapture={leave}>{children}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
