import type { ReactNode } from 'react';

import { buttonLook } from '@/components/ui/button-look';

type Props = {
  id: string;
  name: string;
  error?: string;
  accept: string;
  multiple?: boolean;
  required?: boolean;
  /** What the field is called where its button does not say it. */
  label?: string;
  onChoose: (input: HTMLInputElement) => void;
  /** The words of the button. */
  children: ReactNode;
};

/** Chooses a file by a button of our own: the browser's speaks the browser's language. Without scripts it is the browser's, which names the file. */
export function FileButton({ id, error, label, onChoose, children, ...input }: Props) {
  return (
    <>
      <input
        {...input}
        id={id}
        type="file"
        aria-label={label}
        aria-describedby={`${error ? `${id}-error ` : ''}${id}-hint`}
        aria-invalid={error ? true : undefined}
        onChange={({ target }) => onChoose(target)}
        className="peer sr-only noscript:not-sr-only noscript:w-full file:me-3 file:cursor-pointer file:rounded-lg file:border file:border-line-strong file:bg-raised file:px-4 file:py-2 file:font-semibold"
      />
      <label
        htmlFor={id}
        className={buttonLook(
          'secondary',
          'md',
          'js-only cursor-pointer justify-self-start peer-focus-visible:outline-2 peer-focus-visible:outline-focus',
        )}
      >
        {children}
      </label>
    </>
  );
}
