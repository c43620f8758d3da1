'use client';

import { useState } from 'react';

import { Countdown } from '@/components/ui/countdown';

type Props = {
  to: string;
  /** The server's time when the page was made, in milliseconds. */ now: number;
  onDone?: () => void;
  className?: string;
};

/** What is left of a hold by the server's clock, whatever the browser's says. */
export function HoldCountdown({ to, now, onDone, className }: Props) {
  const [offset] = useState(() => (typeof window === 'undefined' ? 0 : now - Date.now()));
  return <Countdown compact to={to} offset={offset} onDone={onDone} className={className} />;
}
