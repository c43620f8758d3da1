export { getRequestForNotice, getReviewForNotice } from './for-notices';
export { getReviewToWrite, listOwnReviews, type OwnReview, type ReviewToWrite } from './own-reviews';
export {
  countHidden,
  findReviewed,
  getReviewSummary,
  listNewestReviews,
  listReviews,
  meanOf,
  type ReviewsPage,
  type ReviewSummary,
} from './product-reviews';
export { type ShownReview } from './shown';
export {
  findReviews,
  getReviewCase,
  listStaffReviews,
  readStaffReviews,
  type ReviewCase,
  type StaffReview,
} from './staff-reviews';
export { getAnswering, listNewestQuestions, listQuestions, type QuestionsPage, type ShownQuestion } from './questions';
export {
  getPostForNotice,
  getQuestionCase,
  getQuestionForNotice,
  listStaffQuestions,
  type QuestionCase,
  type StaffQuestion,
} from './staff-questions';
