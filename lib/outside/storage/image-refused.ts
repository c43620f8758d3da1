import { Refused } from '@/lib/core/errors';

export type ImageRefusal =
  | 'not-an-image'
  | 'image-too-large'
  | 'too-many-pixels'
  | 'too-many-frames'
  | 'mixed-content'
  | 'damaged-image'
  | 'drawing-too-complex'
  | 'drawing-with-pictures';

/** Why an uploaded picture was not taken. */
export class ImageRefused extends Refused {
  declare readonly code: ImageRefusal;

  constructor(code: ImageRefusal, message: string = code) {
    super(code, message);
    this.name = 'ImageRefused';
  }
}
