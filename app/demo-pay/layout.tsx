import '@fontsource-variable/noto-sans-sc/wght.css';
import './demo-pay.css';

import type { Metadata } from 'next';

// The page is rendered for the payer who holds its secret name.
export const instant = false;
export const metadata: Metadata = { title: 'Millet Demo Pay', robots: { index: false, follow: false } };

/** The demo gateway is a site of its own: nothing of the store's dress is here. */
export default function DemoPayLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
