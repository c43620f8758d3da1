import { cx } from './cx';

const delays = ['0ms', '140ms', '280ms'];

/** Three ripening grains: the sign for "working on it". */
export function Grains({ className, label }: { className?: string; label?: string }) {
  return (
    <span
      role={label ? 'status' : undefined}
      aria-hidden={label ? undefined : true}
      className={cx('flex items-center justify-center gap-1', className)}
    >
      {delays.map((delay) => (
        <span
          key={delay}
          className="size-[0.42em] animate-ripen rounded-full bg-current"
          style={{ animationDelay: delay }}
        />
      ))}
      {label && <span className="sr-only">{label}</span>}
    </span>
  );
}
