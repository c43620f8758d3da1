import { cx } from './cx'

export type IllustrationName =
  | 'empty' | 'not-found' | 'error' | 'offline' | 'sold-out' | 'drop-opening' | 'roadmap' | 'owners'
  | 'mailbox' | 'confirmation' | 'sign-in' | 'search' | 'ideas' | 'cart'

/** Drawn once in public/illustrations; the colours come from the page, so one file serves both themes. */
export function Illustration({ name, className, label }: { name: IllustrationName; className?: string; label?: string }) {
  return (
    <svg viewBox="0 0 320 240" className={cx('block h-auto', className)} role={label ? 'img' : undefined} aria-label={label} aria-hidden={label ? undefined : true}>
      <use href={`/illustrations/${name}.svg#art`} />
    </svg>
  )
}
