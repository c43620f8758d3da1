import { fetchImageJob } from '@/lib/catalog/jobs';
import { fetchRemotePictureJob } from '@/lib/core/remote-pictures';
import { handle, type WorkerPart } from '@/lib/core/worker-part';
import { fetchImage } from './fetch-image';
import { fetchRemotePicture } from './fetch-remote-picture';

export const catalogFlowsWorker: WorkerPart = {
  jobs: [
    handle(fetchImageJob, ({ imageId }) => fetchImage(imageId)),
    handle(fetchRemotePictureJob, ({ pictureId }) => fetchRemotePicture(pictureId)),
  ],
};
