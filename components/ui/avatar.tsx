import { AvatarPattern } from './avatar-pattern';
import { cx } from './cx';

export type AvatarSize = 'xs' | 'sm' | 'md' | 'lg' | 'xl';

const sizes: Record<AvatarSize, { look: string; pixels: number }> = {
  xs: { look: 'size-6', pixels: 24 },
  sm: { look: 'size-8', pixels: 32 },
  md: { look: 'size-10', pixels: 40 },
  lg: { look: 'size-14', pixels: 56 },
  xl: { look: 'size-24', pixels: 96 },
};

/** A member's picture; without one, a field drawn from the name. Silent to screen readers: the name stands beside it. */
export function Avatar({
  name,
  src,
  size = 'md',
  className,
}: {
  name: string;
  src?: string | null;
  size?: AvatarSize;
  className?: string;
}) {
  const { look, pixels } = sizes[size];
  const frame = cx('block shrink-0 overflow-hidden rounded-full bg-sunken ring-1 ring-ink/8', look, className);
  if (!src) return <AvatarPattern name={name} className={frame} />;
  return (
    <img
      src={src}
      alt=""
      width={pixels}
      height={pixels}
      loading="lazy"
      decoding="async"
      className={cx(frame, 'object-cover')}
    />
  );
}

export function AvatarStack({
  people,
  more,
  size = 'sm',
}: {
  people: { name: string; src?: string | null }[];
  more?: string;
  size?: AvatarSize;
}) {
  return (
    <span className="flex items-center">
      {people.map((person, at) => (
        <span
          key={`${person.name}${at}`}
          title={person.name}
          className="-ms-2 rounded-full ring-2 ring-surface first:ms-0"
        >
          <Avatar name={person.name} src={person.src} size={size} />
        </span>
      ))}
      {more && <span className="numerals ps-2 text-sm text-muted">{more}</span>}
    </span>
  );
}
