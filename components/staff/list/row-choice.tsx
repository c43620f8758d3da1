import type { ReactNode } from 'react';

import { cx } from '@/components/ui/cx';
import { dotLook } from '@/components/ui/radio-card';

/** The box that chooses a row, before what names it. */
export function RowChoice({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <span className="flex items-center gap-3">
      <label className="touch -my-1 inline-flex cursor-pointer py-1">
        <input
          type="checkbox"
          name="ids"
          value={id}
          aria-label={label}
          className={cx(dotLook, 'mt-0 rounded-[0.35rem]')}
        />
      </label>
      {children}
    </span>
  );
}
