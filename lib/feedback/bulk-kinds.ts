import { declareBulk, type BulkKind } from '@/lib/core/bulk';
import { found } from '@/lib/core/errors';

import { stageIdea } from './commands';
import { forecastIdeas, listIdeasByNumber } from './queries/ideas-to-stage';
import { declineManyInput, ideaActs, stageManyInput, stageOneOfManyInput, type IdeaAct } from './schema';

function moving(act: IdeaAct): BulkKind {
  const to = ideaActs[act];
  return {
    list: 'triage',
    permission: 'feedback.triage',
    reads: 'feedback.triage',
    input: () => (to === 'DECLINED' ? declineManyInput : stageManyInput),
    run: async (ctx, { key, input }) => {
      const [idea] = await listIdeasByNumber(ctx, { numbers: [key] });
      await stageIdea(ctx, { ideaId: found(idea, 'idea').id, to, ...stageOneOfManyInput.parse(input) });
    },
    forecast: (reading, numbers) => forecastIdeas(reading, { act, numbers }),
  };
}

/** What staff may do to many ideas, each by the command of one idea. */
export const feedbackBulkKinds = declareBulk({
  'ideas.accept': moving('ideas.accept'),
  'ideas.plan': moving('ideas.plan'),
  'ideas.start': moving('ideas.start'),
  'ideas.decline': moving('ideas.decline'),
});
