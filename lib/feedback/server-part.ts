import type { ServerPart } from '@/lib/core/server-part';

import { listFeedbackPages } from './addresses';
import { ideasPart } from './viewer';

export const feedbackServer: ServerPart = { viewer: [ideasPart], pages: listFeedbackPages };
