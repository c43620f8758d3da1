/** What happens in this domain, and what each event carries: ids and what its notices need, never personal data. */
export {};

declare module '@/lib/core/events' {
  interface Events {
    'idea.staged': {
      ideaId: string;
      from: string;
      to: string;
      stepId: string;
      mergedIntoId?: string;
      releaseId?: string;
    };
    'idea.made': { ideaId: string; from: 'post' | 'voice' | 'review' };
    'release.published': { releaseId: string };
  }
}
