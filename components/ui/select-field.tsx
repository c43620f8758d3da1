import type { ComponentProps } from 'react';
import { ChevronDown } from 'lucide-react';
import { cx } from './cx';
import { FieldFrame, controlLook, useControl, type FieldProps } from './field';

export type SelectOption = { value: string; label: string; disabled?: boolean };

export type SelectFieldProps = ComponentProps<'select'> & FieldProps & { options?: SelectOption[]; blank?: string };

/** The system's own list: it works without scripts and is the best one on a phone. */
export function SelectField({
  label,
  hideLabel,
  hint,
  error,
  aside,
  options,
  blank,
  className,
  children,
  ...input
}: SelectFieldProps) {
  const wiring = useControl(input.id, { hint, error });
  const frame = { label, hideLabel, hint, error, aside, className, required: input.required };
  return (
    <FieldFrame {...frame} id={wiring.id}>
      <div className="relative flex items-center">
        <select {...input} {...wiring} className={cx(controlLook, 'appearance-none pe-10')}>
          {blank !== undefined && <option value="">{blank}</option>}
          {options?.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
          {children}
        </select>
        <ChevronDown aria-hidden className="pointer-events-none absolute end-3 size-4.5 text-muted" />
      </div>
    </FieldFrame>
  );
}
