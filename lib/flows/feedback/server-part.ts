import type { ServerPart } from '@/lib/core/server-part';

import { ideaVoteDoor } from './idea-vote-endpoint';
import { onIdeaMade } from './on-idea-made';
import { onIdeaStaged } from './on-idea-staged';
import { onReleasePublished } from './on-release-published';

export const feedbackFlows: ServerPart = {
  reactions: {
    'idea.staged': { tellVoters: onIdeaStaged },
    'idea.made': { tellAuthor: onIdeaMade },
    'release.published': { tellFans: onReleasePublished },
  },
  endpoints: [ideaVoteDoor],
};
