'use client';

import { useTranslations } from 'use-intl';
import { cx } from './cx';
import { useNow } from './use-now';
import { useOnce } from './use-once';

export type CountdownProps = {
  to: string | number | Date;
  /** Server time minus browser time, in milliseconds. */
  offset: number;
  /** How many seconds were promised in all: no more are ever shown. */
  most?: number;
  /** Called once, when the moment has come. */
  onDone?: () => void;
  compact?: boolean;
  className?: string;
};

const parts = ['days', 'hours', 'minutes', 'seconds'] as const;

/** What is left until a moment. Without scripts it would never start: then it is not there, and the moment itself stands beside it. */
export function Countdown({ to, offset, most = Infinity, onDone, compact, className }: CountdownProps) {
  const t = useTranslations('ui');
  const moment = new Date(to);
  const now = useNow();
  const left = now === null ? null : Math.min(most, Math.max(0, Math.ceil((+moment - now - offset) / 1000)));
  const done = left === 0;
  useOnce(done, (over) => over && onDone?.());
  const values = split(left);
  if (compact)
    return (
      <time dateTime={moment.toISOString()} className={cx('js-only numerals', className)}>
        {left === null ? '··:··' : short(values)}
      </time>
    );
  return (
    <div
      role="timer"
      aria-label={left === null ? undefined : t('countdown.left', values)}
      className={cx('js-only flex gap-2', className)}
    >
      {parts.map((part) => (
        <span
          key={part}
          aria-hidden
          className="grid min-w-0 max-w-24 flex-1 basis-14 justify-items-center rounded-lg border border-line bg-raised px-1 py-2.5 shadow-raised"
        >
          <span className="numerals font-display text-[clamp(1.5rem,1.1rem+1.4vw,2.125rem)] leading-tight">
            {left === null ? '··' : pad(values[part])}
          </span>
          <span className="text-[0.8125rem] text-muted">{t(`countdown.${part}`, { count: values[part] })}</span>
        </span>
      ))}
    </div>
  );
}

function split(left: number | null) {
  const all = left ?? 0;
  return {
    days: Math.floor(all / 86_400),
    hours: Math.floor(all / 3_600) % 24,
    minutes: Math.floor(all / 60) % 60,
    seconds: all % 60,
  };
}

function short({ days, hours, minutes, seconds }: ReturnType<typeof split>) {
  const whole = days * 24 + hours;
  return `${whole > 0 ? `${pad(whole)}:` : ''}${pad(minutes)}:${pad(seconds)}`;
}

const pad = (value: number) => String(value).padStart(2, '0');
