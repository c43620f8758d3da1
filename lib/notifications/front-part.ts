import type { FrontPart } from '@/lib/core/front-part';
import { notificationReadDoor } from './endpoints';

export const notificationsFront: FrontPart = { endpoints: [notificationReadDoor] };
