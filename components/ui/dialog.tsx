'use client';

import { Dialog as Radix } from 'radix-ui';
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { ReactNode } from 'react';
import { IconButton } from './button';
import { cx } from './cx';

export type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  trigger?: ReactNode;
  footer?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  wide?: boolean;
  children?: ReactNode;
};

/** A sheet from below on a phone, a card in the middle elsewhere. */
export function Dialog({ title, description, trigger, footer, open, onOpenChange, wide, children }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
        <Radix.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cx(panel, wide ? 'sm:w-[44rem]' : 'sm:w-[30rem]')}
        >
          <div className="flex items-start justify-between gap-4 px-5 pt-5 pb-3 sm:px-6">
            <div className="grid gap-1">
              <Radix.Title className="text-heading">{title}</Radix.Title>
              {description && <Radix.Description className="text-muted">{description}</Radix.Description>}
            </div>
            <DialogX />
          </div>
          <div className="overflow-y-auto px-5 pb-5 sm:px-6 sm:pb-6">{children}</div>
          {footer && (
            <div className="flex flex-wrap justify-end gap-2.5 border-t border-line px-5 py-4 sm:px-6">{footer}</div>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export const DialogClose = ({ children }: { children: ReactNode }) => <Radix.Close asChild>{children}</Radix.Close>;

function DialogX() {
  const t = useTranslations('ui');
  return (
    <Radix.Close asChild>
      <IconButton label={t('close')} size="sm" className="-me-1.5">
        <X aria-hidden />
      </IconButton>
    </Radix.Close>
  );
}

const panel =
  'fixed z-50 flex max-h-[92dvh] flex-col overflow-hidden border border-line bg-raised shadow-float outline-none animate-rise ' +
  'inset-x-0 bottom-0 rounded-t-2xl ' +
  'sm:inset-x-auto sm:bottom-auto sm:top-1/2 sm:left-1/2 sm:max-w-[calc(100vw-3rem)] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-xl';
