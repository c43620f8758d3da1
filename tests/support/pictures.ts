import sharp from 'sharp';

export function animation(frames: number, width: number, height: number): Promise<Buffer> {
  const each = Array.from({ length: frames }, (_, index) => Buffer.alloc(width * height * 3, (index * 37) % 256));
  return sharp(Buffer.concat(each), { raw: { width, height: height * frames, channels: 3, pageHeight: height } })
    .gif()
    .toBuffer();
}
