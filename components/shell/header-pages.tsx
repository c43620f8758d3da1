import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';

import { cx } from '@/components/ui/cx';

import { Fold } from './fold';

type Props = { label: string; look: string; children: ReactNode };

/** Entries of the header that fold out, without scripts too. */
export function HeaderPages({ label, look, children }: Props) {
  return (
    <Fold className="relative hidden lg:-ms-3 lg:block xl:-ms-6">
      <summary className={cx(look, 'cursor-pointer list-none gap-1 [&::-webkit-details-marker]:hidden')}>
        {label}
        <ChevronDown aria-hidden className="size-4" />
      </summary>
      <div className="absolute top-full left-0 z-40 mt-1 grid max-h-[70vh] w-max max-w-72 min-w-48 overflow-y-auto rounded-lg border border-line bg-raised p-1.5 shadow-float">
        {children}
      </div>
    </Fold>
  );
}
