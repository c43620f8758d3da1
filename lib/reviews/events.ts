/** What happens in this domain, and what each event carries: ids and what its notices need, never personal data. */
export {};

declare module '@/lib/core/events' {
  interface Events {
    'review.hidden': { reviewId: string };
    'review.restored': { reviewId: string };
    'review.answered': { reviewId: string };
    'review.asked': { memberId: string; productId: string };
    'question.asked': { questionId: string };
    'question.answered': { postId: string };
    'question.decided': { questionId: string; postId?: string };
  }
  interface Records {
    'review.written': { reviewId: string; version: number };
    'review.withdrawn': { reviewId: string };
    'review.reported': { reportId: string };
  }
}
