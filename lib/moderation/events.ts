/** What happens in this domain, and what each event carries: ids and what its notices need, never personal data. */
export {};

declare module '@/lib/core/events' {
  interface Events {
    'post.hidden': { postId: string; reason: string };
    'post.restored': { postId: string };
  }
  interface Records {
    'post.reported': { reportId: string };
  }
}
