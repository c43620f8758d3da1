import { createGuardedFetch, type GuardedFetch } from '@/lib/outside/fetch';

/** The internet of tests that read a forum: every name is this machine. */
export const insideFetch = (ports: number[]): GuardedFetch =>
  createGuardedFetch({ ports, plain: true, resolve: async () => ['127.0.0.1'], isAllowed: () => true });
