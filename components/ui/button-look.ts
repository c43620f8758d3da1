import { cx, type ClassPart } from './cx';

export type ButtonVariant = 'primary' | 'solid' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'lg';

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent shadow-raised hover:bg-accent-hover inset-shadow-[0_1px_0_rgb(255_255_255/0.28)]',
  solid: 'bg-solid text-on-solid hover:bg-solid-hover',
  secondary: 'border border-line-strong bg-raised text-ink hover:border-field-line hover:bg-hover',
  quiet: 'text-ink hover:bg-hover',
  danger: 'bg-danger-solid text-on-danger hover:brightness-110',
};

const sizes: Record<ButtonSize, string> = {
  sm: 'min-h-8 gap-1.5 rounded-md px-3 text-sm',
  md: 'min-h-10 gap-2 rounded-md px-4 text-[0.9375rem]',
  lg: 'min-h-12 gap-2.5 rounded-lg px-6 text-base',
};

const base =
  'touch relative inline-flex shrink-0 items-center justify-center py-1 text-center leading-tight font-semibold break-keep wrap-break-word ' +
  'no-underline transition-[background-color,border-color,color,transform] duration-150 select-none ' +
  'active:translate-y-px disabled:opacity-55 aria-disabled:not-aria-busy:opacity-55 ' +
  'disabled:pointer-events-none aria-disabled:cursor-default [&_svg]:size-[1.15em] [&_svg]:shrink-0';

export const buttonLook = (variant: ButtonVariant = 'secondary', size: ButtonSize = 'md', ...more: ClassPart[]) =>
  cx(base, variants[variant], sizes[size], ...more);
