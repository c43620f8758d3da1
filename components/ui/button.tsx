import type { ComponentProps, ReactNode } from 'react';
import { buttonLook, type ButtonSize, type ButtonVariant } from './button-look';
import { cx } from './cx';
import { Link, type LinkProps } from './link';
import { Grains } from './grains';

type Look = { variant?: ButtonVariant; size?: ButtonSize; icon?: ReactNode; block?: boolean };

export type ButtonProps = ComponentProps<'button'> & Look & { pending?: boolean };

/** While pending it keeps its width and its focus, and ignores a second press. */
export function Button({ variant, size, icon, block, pending, className, children, ...rest }: ButtonProps) {
  const look = buttonLook(variant, size, block && 'w-full', pending && 'pointer-events-none', className);
  return (
    <button
      type="button"
      {...rest}
      className={look}
      aria-disabled={pending || rest['aria-disabled']}
      aria-busy={pending || undefined}
    >
      <span className={cx('contents', pending && '[&>*]:opacity-0')}>
        <ButtonFace icon={icon}>{children}</ButtonFace>
      </span>
      {pending && <Grains className="absolute inset-0 m-auto" />}
    </button>
  );
}

export function ButtonLink({ variant, size, icon, block, className, children, ...rest }: LinkProps & Look) {
  return (
    <Link without="nothing" {...rest} className={buttonLook(variant, size, block && 'w-full', className)}>
      <ButtonFace icon={icon}>{children}</ButtonFace>
    </Link>
  );
}

export type IconButtonProps = ComponentProps<'button'> & { label: string; variant?: ButtonVariant; size?: ButtonSize };

export function IconButton({ label, variant = 'quiet', size, className, children, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={buttonLook(variant, size, squares[size ?? 'md'], className)}
    >
      {children}
    </button>
  );
}

const squares: Record<ButtonSize, string> = { sm: 'w-8 px-0!', md: 'w-10 px-0!', lg: 'w-12 px-0!' };

/** What stands in a button: its icon and its words. */
export function ButtonFace({ icon, children }: { icon?: ReactNode; children?: ReactNode }) {
  return (
    <>
      {icon}
      {children != null && <span>{children}</span>}
    </>
  );
}
