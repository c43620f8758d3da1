'use client';

import { WifiOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';

/** Stands once, in the locale layout; says so while the network is away. */
export function OfflineNotice() {
  const t = useTranslations('shell');
  const online = useSyncExternalStore(
    listen,
    () => navigator.onLine,
    () => true,
  );
  return (
    <div role="status" aria-live="polite">
      {!online && (
        <div className="fixed inset-x-3 bottom-3 z-40 mx-auto flex max-w-md animate-rise items-center gap-3 rounded-lg bg-solid px-4 py-3 text-[0.9375rem] text-on-solid shadow-float">
          <WifiOff aria-hidden className="size-5 shrink-0" />
          <span>{t('offline')}</span>
        </div>
      )}
    </div>
  );
}

function listen(changed: () => void) {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}
