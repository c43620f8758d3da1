import type { FrontPart } from '@/lib/core/front-part';
import { notificationReadEndpoint } from './endpoints';

export const notificationsFront: FrontPart = { endpoints: [notificationReadEndpoint] };
