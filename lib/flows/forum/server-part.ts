import type { ServerPart } from '@/lib/core/server-part';

import { tellNamedByEdit, tellOfAnswer, tellOfEdit, tellOfHiding, tellOfPost, tellOfRestoring } from './on-post';

export const forumFlows: ServerPart = {
  reactions: {
    'thread.started': { tellOfPost },
    'post.replied': { tellOfPost },
    'post.edited': { tellOfEdit, tellNamedByEdit },
    'answer.accepted': { tellOfAnswer },
    'post.hidden': { tellOfHiding },
    'post.restored': { tellOfRestoring },
  },
};
