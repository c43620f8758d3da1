'use client';

import { useFormStatus } from 'react-dom';
import { Button, type ButtonProps } from './button';

/** The button of its form: pending while the form's action runs. */
export function SubmitButton({ variant = 'primary', pending, ...rest }: ButtonProps) {
  const form = useFormStatus();
  const mine = form.pending && (!rest.name || form.data?.get(rest.name) === String(rest.value ?? ''));
  return <Button type="submit" variant={variant} pending={pending ?? mine} {...rest} />;
}
