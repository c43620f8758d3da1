import { path, withQuery } from '@/lib/core/paths';

/** Paths of this domain's pages, without their language. */
export const membersPaths = {
  member: (handle: string) => path('u', handle),
  /** A member's page for staff; a customer without an account is named by the id. */
  staffMember: ({ id, handle }: { id: string; handle: string | null }) => path('staff', 'members', handle ?? id),
  signIn: (next?: string, by?: 'phone' | 'email') => withQuery('/sign-in', { next, by }),
  signUp: (next?: string) => withQuery('/sign-up', { next }),
  confirm: (next?: string) => withQuery('/confirm', { next }),
  /** Where a code that went to a phone is typed, and what comes after it. */
  phone: (next?: string) => withQuery('/phone', { next }),
  forgot: (next?: string) => withQuery('/forgot', { next }),
  secondFactor: (next?: string) => withQuery('/second-factor', { next }),
  setup: () => '/setup',
  invitation: () => '/invitation',
  welcome: () => '/welcome',
  profile: () => '/account',
} as const;
