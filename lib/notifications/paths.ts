import { path } from '@/lib/core/paths';

/** Paths of this domain's pages, without their language. */
export const notificationsPaths = {
  notifications: () => '/notifications',
  mailbox: () => '/mailbox',
  mail: (id: string) => path('mailbox', id),
} as const;
