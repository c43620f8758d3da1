/** Lets this process import TypeScript and `@/…`. */
import { register } from 'tsx/esm/api';

register();
