import { cx } from './cx';

export type IllustrationName =
  | 'empty'
  | 'not-found'
  | 'error'
  | 'offline'
  | 'sold-out'
  | 'drop-opening'
  | 'roadmap'
  | 'owners'
  | 'mailbox'
  | 'confirmation'
  | 'sign-in'
  | 'search'
  | 'ideas'
  | 'cart';

type ArtProps = { className?: string; label?: string };

/** Drawn once in public/illustrations; the colours come from the page, so one file serves both themes. */
export const Illustration = ({ name, ...rest }: ArtProps & { name: IllustrationName }) => (
  <Art file={name} viewBox="0 0 320 240" {...rest} />
);

/** The fox in the field, for the top of the home page and the sign-in page. */
export const HeroIllustration = (props: ArtProps) => <Art file="home-hero" viewBox="0 0 1200 640" {...props} />;

function Art({ file, viewBox, className, label }: ArtProps & { file: string; viewBox: string }) {
  return (
    <svg
      viewBox={viewBox}
      className={cx('block h-auto', className)}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <use href={`/illustrations/${file}.svg#art`} />
    </svg>
  );
}
