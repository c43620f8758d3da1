'use client';

import { Dialog as Radix } from 'radix-ui';
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { IconButton } from './button';

/** A picture as large as the window has room; a long one is scrolled through at its full width. */
export function PictureDialog({
  src,
  alt,
  title,
  onClose,
}: {
  src: string;
  alt: string;
  title: string;
  onClose: () => void;
}) {
  const t = useTranslations('ui');
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed inset-0 z-50 animate-fade cursor-zoom-out overflow-auto p-2 outline-none sm:p-6"
          onClick={onClose}
        >
          <Radix.Title className="sr-only">{title}</Radix.Title>
          <div className="sticky top-0 flex h-0 justify-end">
            <Radix.Close asChild>
              <IconButton label={t('close')} className="border border-line bg-raised">
                <X aria-hidden />
              </IconButton>
            </Radix.Close>
          </div>
          <div className="grid min-h-full place-items-center">
            <img
              src={src}
              alt={alt}
              className="max-w-full rounded-lg bg-surface data-[long=false]:max-h-[calc(100dvh-3rem)]"
              onLoad={({ currentTarget: picture }) => {
                picture.dataset.long = String(picture.naturalHeight > picture.naturalWidth * 2);
              }}
              data-long="false"
            />
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
