import { useId, type ReactNode } from 'react';
import { CircleAlert } from 'lucide-react';
import { cx } from './cx';

export type FieldProps = {
  label: ReactNode;
  /** Keep the label for screen readers only. */
  hideLabel?: boolean;
  hint?: ReactNode;
  error?: ReactNode;
  /** A quiet word beside the label, such as "optional". */
  aside?: ReactNode;
};

export type ControlWiring = {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
  'aria-errormessage'?: string;
};

export function useControl(id: string | undefined, { hint, error }: Pick<FieldProps, 'hint' | 'error'>): ControlWiring {
  const own = useId();
  const key = id ?? own;
  const described = [error ? `${key}-error` : '', hint ? `${key}-hint` : ''].filter(Boolean).join(' ');
  return {
    id: key,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? true : undefined,
    'aria-errormessage': error ? `${key}-error` : undefined,
  };
}

type FrameProps = FieldProps & { id: string; required?: boolean; className?: string; children: ReactNode };

export function FieldFrame({ id, label, hideLabel, hint, error, aside, required, className, children }: FrameProps) {
  return (
    <div className={cx('grid min-w-0 content-start gap-1.5', className)}>
      <div className={cx('flex items-baseline justify-between gap-3', hideLabel && 'sr-only')}>
        <label htmlFor={id} className="text-[0.9375rem] font-semibold">
          {label}
          {required && (
            <span aria-hidden className="text-accent-ink">
              {' '}
              *
            </span>
          )}
        </label>
        {aside && <span className="text-sm text-muted">{aside}</span>}
      </div>
      {children}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

export function FieldNotes({ id, hint, error }: { id: string } & Pick<FieldProps, 'hint' | 'error'>) {
  return (
    <>
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm font-medium text-danger">
          <CircleAlert aria-hidden className="mt-[0.2em] size-[1.1em] shrink-0" />
          <span>{error}</span>
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
    </>
  );
}

export const controlLook =
  'touch w-full min-h-11 rounded-md border border-field-line bg-raised px-3.5 py-2 text-base text-ink ' +
  'transition-colors hover:border-ink/60 focus-visible:outline-offset-0 focus-visible:border-focus ' +
  'aria-invalid:border-danger aria-invalid:bg-danger-soft/40 disabled:opacity-60 disabled:bg-sunken';
