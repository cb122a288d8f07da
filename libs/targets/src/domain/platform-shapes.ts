import { LISTENING_SHAPES } from './platform-shapes-listening.js';
import { NETDISK_SHAPES } from './platform-shapes-netdisk.js';
import { OTHER_SHAPES } from './platform-shapes-other.js';
import { READING_SHAPES } from './platform-shapes-reading.js';
import { SELLING_SHAPES } from './platform-shapes-selling.js';
import { SOCIAL_SHAPES } from './platform-shapes-social.js';
import { VIDEO_SHAPES } from './platform-shapes-video.js';
import type { Shape, ShapeRow } from './shape.js';
import { compileShapes } from './shape.js';

/** Every platform whose addresses have shapes, by slug: one table of data, in files by kind of service. */
export const PLATFORM_SHAPES: Readonly<Record<string, readonly ShapeRow[]>> = {
  ...NETDISK_SHAPES,
  ...SOCIAL_SHAPES,
  ...VIDEO_SHAPES,
  ...LISTENING_SHAPES,
  ...READING_SHAPES,
  ...SELLING_SHAPES,
  ...OTHER_SHAPES,
};

const compiled = new Map(Object.entries(PLATFORM_SHAPES).map(([slug, rows]) => [slug, compileShapes(rows)]));

/** The shapes of a platform in the order they are tried; none for a platform that is not in the table. */
export function shapesOf(slug: string): readonly Shape[] {
  return compiled.get(slug) ?? [];
}
