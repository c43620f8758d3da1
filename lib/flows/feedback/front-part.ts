import type { FrontPart } from '@/lib/core/front-part';
import { ideaVoteEndpoint } from './idea-vote-endpoint';

export const feedbackFlowsFront: FrontPart = { endpoints: [ideaVoteEndpoint] };
