import type { ReactNode } from 'react';
import { cx } from './cx';
import { Link } from './link';
import { softTone, type Tone } from './tone';

/** A state in one or two words. */
export function Badge({
  tone = 'neutral',
  icon,
  children,
  className,
}: {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <span
      className={cx(
        'inline-flex w-fit shrink-0 items-center gap-1 rounded-full px-2.5 py-0.5 text-[0.8125rem] leading-5 font-semibold whitespace-nowrap [&_svg]:size-3.5',
        softTone[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}

export type ChipProps = {
  href?: string;
  current?: boolean;
  tone?: Tone;
  icon?: ReactNode;
  count?: ReactNode;
  children: ReactNode;
  className?: string;
};

/** A filter, tag or board: a link when it leads somewhere. */
export function Chip({ href, current, tone, icon, count, children, className }: ChipProps) {
  const look = cx(
    'inline-flex min-h-8 w-fit shrink-0 items-center gap-1.5 rounded-full border px-3.5 text-sm font-medium whitespace-nowrap transition-colors [&_svg]:size-4',
    current
      ? 'border-solid bg-solid text-on-solid'
      : tone
        ? cx('border-transparent', softTone[tone])
        : 'border-line-strong bg-raised text-ink',
    href && !current && 'hover:border-field-line hover:bg-hover',
    href && 'touch',
    className,
  );
  const face = (
    <>
      {icon}
      {children}
      {count != null && <span className={cx('numerals', current ? 'opacity-75' : 'text-muted')}>{count}</span>}
    </>
  );
  if (!href) return <span className={look}>{face}</span>;
  return (
    <Link href={href} className={look} aria-current={current ? 'true' : undefined}>
      {face}
    </Link>
  );
}
