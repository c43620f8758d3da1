'use client';

import type { ReactNode } from 'react';

import { Link } from '@/components/ui/link';
import { useViewer } from '@/components/viewer/viewer-provider';

type Props = { id: string; href: string; unread: boolean; className?: string; children: ReactNode };

/** Leads to what a notification is about, and marks it as read. */
export function NotificationLink({ id, href, unread, ...rest }: Props) {
  const { refresh } = useViewer();
  // Kept alive, since the page may be gone before the answer comes.
  const read = () => {
    if (unread)
      void fetch(`/api/notifications/${id}/read`, { method: 'POST', keepalive: true }).then(refresh, () => undefined);
  };
  return <Link href={href} prefetch={false} onClick={read} onAuxClick={read} {...rest} />;
}
