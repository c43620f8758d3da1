import type { ReactNode } from 'react';

import { buttonLook, type ButtonSize, type ButtonVariant } from '@/components/ui/button-look';
import { cx } from '@/components/ui/cx';

type Props = {
  /** What opens it: the act with an ellipsis. */
  open: ReactNode;
  /** What the act does that cannot be taken back, in words and numbers. */
  lead: ReactNode;
  look?: ButtonVariant;
  size?: ButtonSize;
  className?: string;
  /** The form with its button. */
  children: ReactNode;
};

/** Asks before an act that harms: its button stands within, beside what it does. Works without scripts. */
export function AskFirst({ open, lead, look = 'secondary', size = 'md', className, children }: Props) {
  return (
    <details className={cx('group min-w-0', className)}>
      <summary
        className={buttonLook(look, size, 'w-fit cursor-pointer list-none group-open:bg-sunken group-open:text-ink')}
      >
        {open}
      </summary>
      <p className="mt-2 mb-3 max-w-prose text-start text-[0.9375rem] font-normal whitespace-normal text-muted">
        {lead}
      </p>
      {children}
    </details>
  );
}
