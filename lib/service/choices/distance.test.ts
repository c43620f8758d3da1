import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { cities } from './cities';
import { distanceKm, readPlace, type Place } from './distance';

const rad = (degrees: number) => (degrees * Math.PI) / 180;
/** The same by the spherical law of cosines, which is another formula, exact for places that are far apart. */
const byCosines = (a: Place, b: Place) =>
  6_371.0088 *
  Math.acos(
    Math.min(
      1,
      Math.sin(rad(a.latitude)) * Math.sin(rad(b.latitude)) +
        Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * Math.cos(rad(b.longitude - a.longitude)),
    ),
  );

describe('distances', () => {
  it('are those of other sources', () => {
    // Nashville to Los Angeles, an example that is often published: 2,886.4 km for a radius of 6,371.0 km.
    const km = distanceKm({ latitude: 36.12, longitude: -86.67 }, { latitude: 33.94, longitude: -118.4 });
    expect(km).toBeCloseTo(2_886.44 * (6_371.0088 / 6_371), 1);
    // A degree of the equator, a quarter of it, and from pole to pole, by hand.
    expect(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 1 })).toBeCloseTo(111.195, 2);
    expect(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 90 })).toBeCloseTo(10_007.557, 2);
    expect(distanceKm({ latitude: 90, longitude: 0 }, { latitude: -90, longitude: 77 })).toBeCloseTo(20_015.115, 2);
    expect(distanceKm({ latitude: 10, longitude: 179.5 }, { latitude: 10, longitude: -179.5 })).toBeLessThan(110);
  });

  it('agree with another formula, and are the same in both directions', () => {
    const place = fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
        expect(Math.abs(distanceKm(a, b) - byCosines(a, b))).toBeLessThan(0.5);
      }),
    );
    expect(distanceKm({ latitude: 31.23, longitude: 121.47 }, { latitude: 31.23, longitude: 121.47 })).toBe(0);
  });

  it('are from a place as people write it', () => {
    const shanghai = { latitude: 31.23, longitude: 121.47 };
    for (const typed of ['31.23, 121.47', ' 31.23 121.47 ', '31.23°N, 121.47°E', '３１．２３，１２１．４７'])
      expect(readPlace(typed)).toEqual(shanghai);
    expect(readPlace('33.87°S 151.21°E')).toEqual({ latitude: -33.87, longitude: 151.21 });
    expect(readPlace('\u221233.87; -70.6')).toEqual({ latitude: -33.87, longitude: -70.6 });
    // A sign and a letter say the same thing once.
    expect(readPlace('-33.87°S, -70.6°W')).toEqual({ latitude: -33.87, longitude: -70.6 });
    for (const typed of [
      '',
      'Shanghai',
      '-33.87°N, 70',
      '33.87, -70.6°E',
      '91, 0',
      '0, 181',
      '31.23',
      '31.23,121.47,5',
    ])
      expect(readPlace(typed)).toBeNull();
  });

  it('know each city once', () => {
    expect(new Set(cities.map(({ key }) => key)).size).toBe(cities.length);
    expect(cities.map(({ en }) => en)).toEqual(cities.map(({ en }) => en).toSorted((a, b) => a.localeCompare(b, 'en')));
  });
});
