'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import { OctagonAlert } from 'lucide-react';

export type FormErrorProps = {
  title: ReactNode;
  errors?: { field?: string; label?: string; message: string }[];
  children?: ReactNode;
};

/** What went wrong with a whole form; takes the focus when it appears, and leads to each field. */
export function FormError({ title, errors = [], children }: FormErrorProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [title, errors.length]);
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="col-span-full flex gap-3 rounded-lg border border-danger/35 bg-danger-soft px-4 py-3.5 text-danger outline-offset-2"
    >
      <OctagonAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
      <div className="grid min-w-0 gap-1">
        <p className="font-semibold">{title}</p>
        {errors.length > 0 && (
          <ul className="list-disc ps-4 text-[0.9375rem]">
            {errors.map((error) => (
              <li key={error.field ?? error.message}>
                {error.field ? (
                  <a className="underline underline-offset-2" href={`#${error.field}`}>
                    {error.label ?? error.message}
                  </a>
                ) : (
                  error.message
                )}
                {error.field && error.label && <> {error.message}</>}
              </li>
            ))}
          </ul>
        )}
        {children && <div className="text-[0.9375rem]">{children}</div>}
      </div>
    </div>
  );
}
