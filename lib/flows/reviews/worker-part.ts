import type { WorkerPart } from '@/lib/core/worker-part';
import { minute } from '@/lib/core/time';

import { askForReviews, tellOfRequest } from './ask-for-reviews';
import { askOwnersOfProduct, tellOfHiddenWords, tellOfQuestionPost, tellOfShownWords } from './on-question';
import { tellOfAnswer, tellOfHiding, tellOfRestoring } from './on-review-decided';

export const reviewsFlowsWorker: WorkerPart = {
  reactions: {
    'review.hidden': { tellOfHiding },
    'review.restored': { tellOfRestoring },
    'review.answered': { tellOfAnswer },
    'review.asked': { tellOfRequest },
    'question.asked': { askOwnersOfProduct },
    'question.answered': { tellOfQuestionPost },
    'question.decided': { tellOfHiddenWords, tellOfShownWords },
  },
  schedules: [{ name: 'ask-for-reviews', everyMs: 10 * minute, run: askForReviews }],
};
