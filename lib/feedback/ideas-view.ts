import { paths } from '@/lib/paths';

import { ideaStages, type IdeaStage } from './schema';

/** One way to look at the ideas, as its address says it: `/ideas/<product>/<stage>/<order>/<cursor>`. */
export type IdeasView = {
  product: string | null;
  stage: IdeaStage | 'OPEN' | 'ALL';
  order: 'top' | 'new';
  after: string | null;
};

export const wholeView: IdeasView = { product: null, stage: 'OPEN', order: 'top', after: null };

const defaults = ['all', 'open', 'top'] as const;
const stageOf: Record<string, IdeasView['stage']> = Object.fromEntries(
  [...ideaStages, 'OPEN', 'ALL'].map((stage) => [stage.toLowerCase(), stage as IdeasView['stage']]),
);

/** Reads the segments behind `/ideas`; null when they name no view. */
export function readIdeasView(segments: readonly string[]): IdeasView | null {
  const [product = 'all', stageWord = 'open', order = 'top', after = null, ...more] = segments;
  const stage = stageOf[stageWord];
  if (!stage || stage === 'MERGED' || more.length > 0 || (order !== 'top' && order !== 'new')) return null;
  return { product: product === 'all' ? null : product, stage, order, after };
}

/** The shortest address of a view. */
export function ideasPath({ product, stage, order, after }: IdeasView): string {
  const segments: string[] = [product ?? 'all', stage.toLowerCase(), order];
  if (after) return paths.ideas(...segments, after);
  while (segments.length > 0 && segments.at(-1) === defaults[segments.length - 1]) segments.pop();
  return paths.ideas(...segments);
}
