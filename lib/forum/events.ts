/** What happens in this domain, and what each event carries: ids and what its notices need, never personal data. */
export {};

declare module '@/lib/core/events' {
  interface Events {
    'thread.started': { threadId: string; postId: string };
    'post.replied': { threadId: string; postId: string };
    'post.edited': { threadId: string; postId: string; reason?: string; mentioned?: string[] };
    'post.hidden': { postId: string; reason: string };
    'post.restored': { postId: string };
    'answer.accepted': { threadId: string; postId: string };
  }
}
