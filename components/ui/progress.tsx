import { cx } from './cx';

const fills = { accent: 'bg-accent', positive: 'bg-positive', danger: 'bg-danger-solid', solid: 'bg-solid' };

export type ProgressProps = {
  label: string;
  value: number;
  max?: number;
  valueText?: string;
  tone?: keyof typeof fills;
  showLabel?: boolean;
  className?: string;
};

export function Progress({ label, value, max = 100, valueText, tone = 'accent', showLabel, className }: ProgressProps) {
  const share = max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0;
  return (
    <div className={cx('grid gap-1.5', className)}>
      {showLabel && (
        <div className="flex justify-between gap-4 text-sm">
          <span className="font-semibold">{label}</span>
          <span className="numerals text-muted">{valueText}</span>
        </div>
      )}
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuetext={valueText}
        className="h-2.5 overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset"
      >
        <div
          className={cx('h-full rounded-full transition-[width] duration-500', fills[tone])}
          style={{ width: `${share}%` }}
        />
      </div>
    </div>
  );
}
