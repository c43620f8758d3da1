import { fetchImageJob } from '@/lib/catalog/jobs';
import { fetchRemotePictureJob } from '@/lib/core/remote-pictures';
import { handle, type ServerPart } from '@/lib/core/server-part';

import { fetchImage } from './fetch-image';
import { fetchRemotePicture } from './fetch-remote-picture';

export const catalogFlows: ServerPart = {
  jobs: [
    handle(fetchImageJob, ({ imageId }) => fetchImage(imageId)),
    handle(fetchRemotePictureJob, ({ pictureId }) => fetchRemotePicture(pictureId)),
  ],
};
