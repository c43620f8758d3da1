import type { FrontPart } from '@/lib/core/front-part';
import { giveBackEndpoint } from './give-back-endpoint';

export const dropsFlowsFront: FrontPart = { endpoints: [giveBackEndpoint] };
