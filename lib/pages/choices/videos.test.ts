import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { playerAddress, playerOrigins, videoAt, watchAddress } from './videos';

const tube = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';
const bili = 'https://www.bilibili.com/video/BV1GJ411x7h7';

describe('the address of a video', () => {
  it.each([
    [tube, tube],
    ['youtube.com/watch?v=dQw4w9WgXcQ&t=42s&list=PL1', tube],
    ['https://m.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ', tube],
    ['https://youtu.be/dQw4w9WgXcQ?si=abc', tube],
    ['https://www.youtube.com/shorts/dQw4w9WgXcQ', tube],
    ['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ', tube],
    ['https://vimeo.com/76979871', 'https://vimeo.com/76979871'],
    ['https://vimeo.com/76979871/0a1b2c3d4e', 'https://vimeo.com/76979871/0a1b2c3d4e'],
    ['https://player.vimeo.com/video/76979871?h=0a1b2c3d4e', 'https://vimeo.com/76979871/0a1b2c3d4e'],
    [`${bili}/?spm_id_from=333.1007`, bili],
    ['https://player.bilibili.com/player.html?bvid=BV1GJ411x7h7&page=1', bili],
  ])('%s is %s', (typed, watched) => {
    expect(watchAddress(videoAt(typed)!)).toBe(watched);
    expect(watchAddress(videoAt(watched)!)).toBe(watched);
  });

  it.each([
    '',
    'youtube',
    'https://youtube.com/@foxtail',
    'https://www.youtube.com/watch?v=short',
    'https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ',
    'https://evil.example/?https://youtu.be/dQw4w9WgXcQ',
    'javascript://youtube.com/watch?v=dQw4w9WgXcQ',
    'https://youtu.be/dQw4w9WgXcQ%22onload',
    'https://b23.tv/abc123',
    'https://vimeo.com/channels/staffpicks',
    'https://www.bilibili.com/video/av170001',
  ])('%s is none', (typed) => expect(videoAt(typed)).toBeNull());

  it('leads to a player of those sites alone, whatever was typed', () => {
    const piece = fc.oneof(
      fc.webUrl(),
      fc.string(),
      fc.constantFrom('watch?v=', 'youtu.be/', 'vimeo.com/', 'BV', '"><'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => {
        const video = videoAt(pieces.join(''));
        if (!video) return;
        expect(playerOrigins).toContain(new URL(playerAddress(video, 'playing')).origin);
        expect(playerAddress(video, 'playing')).toMatch(/^[\w:/.?=&-]+$/);
      }),
      { numRuns: 2_000 },
    );
  });
});
