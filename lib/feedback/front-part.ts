import type { FrontPart } from '@/lib/core/front-part';
import { listFeedbackPages } from './addresses';
import { ideasPart } from './viewer';

export const feedbackFront: FrontPart = { viewer: [ideasPart], pages: listFeedbackPages };
