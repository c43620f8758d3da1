import { path } from '@/lib/core/paths';

/** What shoppers ask of a product. */
export const productQuestionsPath = (handle: string, ...view: string[]): string =>
  path('products', handle, 'questions', ...view);

/** The address of one question. */
export const questionPath = (handle: string, id: string): string => productQuestionsPath(handle, 'one', id);
