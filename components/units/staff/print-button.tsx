'use client';

import { Printer } from 'lucide-react';

import { Button } from '@/components/ui/button';

/** Prints the page that it stands on. */
export function PrintButton({ children }: { children: string }) {
  return (
    <Button variant="primary" icon={<Printer aria-hidden />} onClick={() => window.print()}>
      {children}
    </Button>
  );
}
