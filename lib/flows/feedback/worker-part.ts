import type { WorkerPart } from '@/lib/core/worker-part';
import { onIdeaMade } from './on-idea-made';
import { onIdeaStaged } from './on-idea-staged';
import { onReleasePublished } from './on-release-published';

export const feedbackFlowsWorker: WorkerPart = {
  reactions: {
    'idea.staged': { tellVoters: onIdeaStaged },
    'idea.made': { tellAuthor: onIdeaMade },
    'release.published': { tellFans: onReleasePublished },
  },
};
