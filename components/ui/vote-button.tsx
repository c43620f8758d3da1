import type { ComponentProps } from 'react';
import { cx } from './cx';

export type VoteButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  count: number | string;
  /** Says what the press does, and the count, which is not read out besides. */
  label: string;
  voted?: boolean;
  /** The word under the count. */
  caption?: string;
  pending?: boolean;
  /** `tall` stands at the left of an idea; `row` sits in a line under a post. */
  shape?: 'tall' | 'row';
};

/** A grain that ripens when you vote. */
export function VoteButton({
  count,
  label,
  caption,
  voted = false,
  pending,
  shape = 'tall',
  className,
  ...rest
}: VoteButtonProps) {
  const look = cx(
    'touch group inline-flex shrink-0 items-center justify-center border font-semibold transition-colors',
    shape === 'tall' ? 'min-w-14 flex-col gap-0.5 rounded-lg px-2 py-2.5' : 'min-h-9 gap-1.5 rounded-full px-3 text-sm',
    voted
      ? 'border-accent bg-accent-soft text-accent-ink'
      : 'border-line-strong bg-raised text-ink hover:border-field-line hover:bg-hover',
    rest.disabled && 'pointer-events-none opacity-60',
    className,
  );
  return (
    <button
      type="button"
      {...rest}
      title={label}
      aria-pressed={voted}
      aria-busy={pending || undefined}
      className={look}
    >
      <VoteGrain ripe={voted} className={shape === 'tall' ? 'size-5' : 'size-4'} />
      <span aria-hidden className={cx('numerals', shape === 'tall' && 'text-[1.0625rem] leading-6')}>
        {count}
      </span>
      {caption && <Caption>{caption}</Caption>}
      <span className="sr-only">{label}</span>
    </button>
  );
}

/** The same face without the press, for documents and for those who may not vote. */
export function VoteCount({
  count,
  label,
  caption,
  shape = 'tall',
  className,
}: Pick<VoteButtonProps, 'count' | 'label' | 'caption' | 'shape' | 'className'>) {
  return (
    <span
      title={label}
      className={cx(
        'inline-flex shrink-0 items-center justify-center font-semibold text-ink',
        shape === 'tall'
          ? 'min-w-14 flex-col gap-0.5 rounded-lg border border-line bg-surface px-2 py-2.5'
          : 'min-h-9 gap-1.5 text-sm',
        className,
      )}
    >
      <VoteGrain ripe={false} className={shape === 'tall' ? 'size-5' : 'size-4'} />
      <span aria-hidden className="numerals">
        {count}
      </span>
      {caption && <Caption>{caption}</Caption>}
      <span className="sr-only">{label}</span>
    </span>
  );
}

// The hidden label says the word already.
function Caption({ children }: { children: string }) {
  return (
    <span aria-hidden className="text-xs font-medium text-muted">
      {children}
    </span>
  );
}

function VoteGrain({ ripe, className }: { ripe: boolean; className: string }) {
  return (
    <svg viewBox="0 0 20 20" className={className} aria-hidden strokeWidth="1.6" strokeLinejoin="round">
      <path
        d="M10 1.8c3.7 3.4 5.6 6.7 5.6 9.9a5.6 5.6 0 0 1-11.2 0c0-3.2 1.9-6.5 5.6-9.9Z"
        className={cx(
          'transition-colors',
          ripe
            ? 'fill-accent stroke-accent-ink'
            : 'fill-transparent stroke-muted group-hover:fill-accent-soft group-hover:stroke-accent-ink',
        )}
      />
      <path
        d="M10 7.2v7"
        className={ripe ? 'stroke-accent-ink' : 'stroke-muted group-hover:stroke-accent-ink'}
        strokeLinecap="round"
      />
    </svg>
  );
}
