import type { FrontPart } from '@/lib/core/front-part';
import { readerPart } from './viewer-reader';

export const membersFlowsFront: FrontPart = { viewer: [readerPart] };
