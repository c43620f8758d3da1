import type { FrontPart } from '@/lib/core/front-part';
import { giveBackDoor } from './give-back-endpoint';

export const dropsFlowsFront: FrontPart = { endpoints: [giveBackDoor] };
