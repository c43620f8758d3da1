'use client';

import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import { toast, Toaster as Sonner } from 'sonner';
import { useEffect, useEffectEvent } from 'react';
import { useTranslations } from 'use-intl';

export type ToastKind = 'success' | 'error' | 'warning' | 'info';

/** The place of the messages; `Toaster` of `toaster.tsx` loads it with the first of them. */
export function ToasterSonner({ onReady }: { onReady: (show: (kind: ToastKind, words: string) => void) => void }) {
  const t = useTranslations('ui');
  const ready = useEffectEvent(() => onReady((kind, words) => void toast[kind](words)));
  useEffect(() => ready(), []);
  return (
    <Sonner
      position="bottom-center"
      containerAriaLabel={t('notifications')}
      icons={icons}
      gap={10}
      toastOptions={{ unstyled: true, duration: 5000, classNames: looks }}
    />
  );
}

const icons = {
  success: <CircleCheck className="size-5 text-positive" aria-hidden />,
  error: <OctagonAlert className="size-5 text-danger" aria-hidden />,
  warning: <TriangleAlert className="size-5 text-warning" aria-hidden />,
  info: <Info className="size-5 text-info" aria-hidden />,
};

const looks = {
  toast:
    'font-sans flex w-full items-center gap-3 rounded-lg border border-line bg-raised px-4 py-3.5 text-[0.9375rem] text-ink shadow-float sm:w-96',
  title: 'font-semibold leading-snug',
  description: 'text-sm text-muted',
  actionButton: 'ms-auto shrink-0 rounded-md bg-solid px-3 py-1.5 text-sm font-semibold text-on-solid',
  cancelButton: 'shrink-0 text-sm font-semibold text-muted',
};
