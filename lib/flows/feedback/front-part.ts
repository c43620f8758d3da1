import type { FrontPart } from '@/lib/core/front-part';
import { ideaVoteDoor } from './idea-vote-endpoint';

export const feedbackFlowsFront: FrontPart = { endpoints: [ideaVoteDoor] };
