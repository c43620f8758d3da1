import type { FrontPart } from '@/lib/core/front-part';
import { servicePath } from './choices/service-path';

export const serviceFront: FrontPart = { pages: async () => [{ path: servicePath() }] };
