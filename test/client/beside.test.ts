import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beside, outside } from '../../src/client/beside.ts';

const FRAME = { width: 920, height: 400 };
const STAGE = { top: 60, bottom: 330 };
const NOTE = { width: 180, height: 60 };

describe('the place of a note', () => {
  test('is right of the point, left of it near the right end, in the other half of the drawing', () => {
    expect(beside({ x: 100, y: 300 }, NOTE, FRAME, STAGE, 'x')).toEqual({ left: 114, top: 60 });
    expect(beside({ x: 800, y: 100 }, NOTE, FRAME, STAGE, 'x')).toEqual({ left: 606, top: 270 });
  });

  test('is below a row, above it at the foot', () => {
    expect(beside({ x: 400, y: 100 }, NOTE, FRAME, STAGE, 'y')).toEqual({ left: 310, top: 114 });
    expect(beside({ x: 910, y: 380 }, NOTE, FRAME, STAGE, 'y')).toEqual({ left: 740, top: 306 });
  });

  test('never lies over the point and never leaves the frame sideways', () => {
    const point = fc.record({ x: fc.integer({ min: 0, max: 328 }), y: fc.integer({ min: 60, max: 330 }) });
    const note = fc.record({ width: fc.integer({ min: 60, max: 328 }), height: fc.integer({ min: 20, max: 200 }) });
    fc.assert(
      fc.property(point, note, fc.constantFrom('x' as const, 'y' as const, 'xy' as const), (at, size, along) => {
        const { left, top } = beside(at, size, { width: 328, height: 400 }, STAGE, along);
        const over = at.x >= left && at.x <= left + size.width && at.y >= top && at.y <= top + size.height;
        expect(over).toBe(false);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left + size.width).toBeLessThanOrEqual(328);
      }),
    );
  });
});

describe('the place of a note outside of a drawing', () => {
  const screen = { top: -200, bottom: 500 };
  test('is below it, above it where there is no room, else at an end of the screen that the point is not at', () => {
    expect(outside(200, 60, { top: 60, bottom: 330 }, screen)).toBe(330);
    expect(outside(200, 60, { top: 60, bottom: 460 }, screen)).toBe(0);
    expect(outside(200, 60, { top: -180, bottom: 460 }, screen)).toBe(440);
    expect(outside(450, 60, { top: -180, bottom: 460 }, screen)).toBe(-200);
    expect(outside(0, 600, { top: -180, bottom: 460 }, screen)).toBeNull();
  });

  test('is on the screen and never over the point', () => {
    const [point, height, top, tall] = [fc.integer({ min: -200, max: 500 }), fc.integer({ min: 20, max: 400 }), fc.integer(), fc.nat()];
    fc.assert(
      fc.property(point, height, top, tall, (at, size, start, more) => {
        const place = outside(at, size, { top: start, bottom: start + more }, screen);
        if (place === null) return;
        expect(at > place && at < place + size).toBe(false);
        expect(place).toBeGreaterThanOrEqual(screen.top);
        expect(place + size).toBeLessThanOrEqual(screen.bottom);
      }),
    );
  });
});
