import type { ReactNode } from 'react';

type Props = { label: ReactNode; children: ReactNode; className?: string };

/** One fact of a list of them (`dl`): its name above it. */
export function Fact({ label, children, className }: Props) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className={className}>{children}</dd>
    </div>
  );
}
