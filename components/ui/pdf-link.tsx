import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';

import { ButtonFace } from './button';
import { buttonLook } from './button-look';

/** A button that opens a PDF in a tab of its own; it is asked for when it is pressed and not before. */
export function PdfLink({ href, primary = false, children }: { href: string; primary?: boolean; children: ReactNode }) {
  return (
    <a href={href} target="_blank" className={buttonLook(primary ? 'primary' : 'secondary')}>
      <ButtonFace icon={<Printer aria-hidden />}>{children}</ButtonFace>
    </a>
  );
}
