import type { WorkerPart } from '@/lib/core/worker-part';
import { tellNamedByEdit, tellOfAnswer, tellOfEdit, tellOfHiding, tellOfPost, tellOfRestoring } from './on-post';

export const forumFlowsWorker: WorkerPart = {
  reactions: {
    'thread.started': { tellOfPost },
    'post.replied': { tellOfPost },
    'post.edited': { tellOfEdit, tellNamedByEdit },
    'answer.accepted': { tellOfAnswer },
    'post.hidden': { tellOfHiding },
    'post.restored': { tellOfRestoring },
  },
};
